import Budget
import Foundation
@testable import Loading
import Testing

/// The corpus of invalid content: one folder for each diagnostic, which changes the small valid
/// content in `Fixtures/small-content` and notes in `expected.txt` what must be said about it.
@Suite("Invalid content")
struct InvalidContentTests {
  private static let tests = packageFolder.appending(path: "Tests/LoadingTests")
  private static let corpus = tests.appending(path: "invalid")
  /// Files of this size are made by a test, not kept.
  private static let rulesOfSize: [Rule] = [.yamlSize, .narrativeSize]
  /// What a disk has and git does not keep.
  private static let rulesOfDisk: [Rule] = [.nameEncoding, .notRegular]

  /// The folders of the corpus that hold content.
  static var cases: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: corpus.appending(path: $0 + "/expected.txt").path)
        && FileManager.default.fileExists(atPath: corpus.appending(path: $0 + "/content").path)
    }.sorted()
  }

  @Test("is reported, all of it, in its place", arguments: cases)
  func reports(name: String) throws {
    let folder = Self.corpus.appending(path: name)
    let (_, findings) = try Self.content(changedBy: folder).loaded()
    let expected = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    #expect(findings.map(\.summary).sorted() == expected.split(separator: "\n").map(String.init))
    #expect(findings.contains { $0.rule == name })
  }

  @Test("has a folder for each rule")
  func isComplete() {
    let rules = Rule.yamlRules + Rule.formRules + Rule.reportRules + Rule.narrativeRules
    let ids = Set(rules.map(\.rawValue))
    #expect(ids.count == rules.count)
    let made = Self.rulesOfSize + Self.rulesOfDisk
    let missing = ids.subtracting(Self.cases).subtracting(made.map(\.rawValue))
    #expect(missing.sorted() == [])
    #expect(Set(Self.cases).subtracting(ids).sorted() == [])
  }

  @Test("stands on content without a fault")
  func baseIsValid() throws {
    let (reports, findings) = try Self.content(changedBy: nil).loaded()
    #expect(findings.map(\.summary) == [])
    #expect(reports.map(\.path) == ["2021"])
  }

  @Test("of absurd size is refused", arguments: rulesOfSize)
  func refusesSize(rule: Rule) throws {
    var files = try Self.files(Self.tests.appending(path: "Fixtures/small-content"))
    let path = rule == .yamlSize ? "2021/facts.yml" : "2021/narrative.md"
    files[path] = Array(repeating: UInt8(ascii: "a"), count: 1 << 20 | 1)
    let (_, findings) = try ContentFolder.inMemory(files).loaded()
    #expect(findings.map(\.summary) == ["Content/\(path):1:1 \(rule.rawValue)"])
  }

  /// 城管委, as Windows writes it, is B3 C7 B9 DC CE AF.
  @Test("is there and cannot be read")
  func tellsWhatIsNotRead() throws {
    let files = try Self.files(Self.tests.appending(path: "Fixtures/small-content"))
    let content = ContentFolder.inMemory(files)
    let unread: [FolderListing.Unread] = [
      .misnamed([0xB3, 0xC7, 0xB9, 0xDC, 0xCE, 0xAF]), .misnamed([0xFF]), .irregular("表二.csv"),
      .irregular("Thumbs.db"),
    ]
    let listed = ContentFolder(
      name: content.name,
      folders: {
        try content.folders().map { FolderListing(path: $0.path, names: $0.names) }
          + [FolderListing(path: "甲", names: [], unread: unread)]
      }, read: content.read)
    let (reports, findings) = try listed.loaded()
    #expect(reports.map(\.path) == ["2021"])
    #expect(
      findings.map(\.summary) == [
        "Content/甲:1:1 name-encoding", "Content/甲:1:1 name-encoding",
        "Content/甲/表二.csv:1:1 not-regular",
      ])
    #expect(findings.map(\.severity) == [.error, .error, .warning])
    #expect(findings.contains { $0.message.contains("“城管委”") })
  }

  private static func content(changedBy folder: URL?) throws -> ContentFolder {
    var files = try files(tests.appending(path: "Fixtures/small-content"))
    guard let folder else { return .inMemory(files) }
    files.merge(try Self.files(folder.appending(path: "content"))) { $1 }
    let removed = try? String(
      contentsOf: folder.appending(path: "removed.txt"), encoding: .utf8)
    for path in (removed ?? "").split(separator: "\n") { files[String(path)] = nil }
    return .inMemory(files)
  }

  private static func files(_ folder: URL) throws -> [String: [UInt8]] {
    let content = ContentFolder.onDisk(folder, name: "Content")
    var files: [String: [UInt8]] = [:]
    for path in try content.paths() { files[path] = try content.read(path) }
    return files
  }
}
