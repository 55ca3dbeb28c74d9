import Budget
import Checking
import Foundation
import Loading
import Previewing
import Publishing
import Rendering
import Testing

/// What a message calls its rule, a clerk finds in docs/rules.md; and nothing else stands there.
@Suite("docs/rules.md") struct RulesDocumentedTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let rules =
    (Rule.tableRules + Rule.yamlRules + Rule.formRules + Rule.reportRules + Rule.narrativeRules
    + Rule.checkingRules + Rule.templateRules + Rule.previewingRules).map(\.rawValue)
    + publishingErrors.map(\.rule)

  private static let publishingErrors: [PublishingError] = [
    .anotherBuildIsRunning(path: ""), .invalidPath(path: "", reason: ""), .writtenTwice(path: ""),
    .foreignFileInTheWay(path: ""), .publishedOtherwise(path: ""),
    .foreignFileCannotBeKept(path: "", reason: ""),
    .symlinkInOutput(path: ""), .damagedManifest(path: "", reason: ""),
    .damagedRecord(path: ""), .diskFull(path: "", reason: ""), .noPermission(path: "", reason: ""),
    .systemFailure(path: "", reason: ""),
  ]

  /// The ids in the first cells of the page's tables.
  private func documented() throws -> [String] {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/rules.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      String($0.dropFirst(3).prefix { $0 != "`" })
    }
  }

  @Test("explains every rule once")
  func isComplete() throws {
    #expect(try documented().sorted() == Self.rules.sorted())
  }

  /// A rule that is in no list above would be forgotten here too.
  @Test("the lists hold every rule that the source declares")
  func listsAreComplete() throws {
    let sources = Self.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let declaration = /\bRule\(\s*"([a-z-]+)"|case \.\w+: "([a-z]+-[a-z-]+)"/
    var declared: Set<String> = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      let name = file.lastPathComponent
      guard name.hasSuffix("Rules.swift") || name == "PublishingError.swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: declaration) {
        declared.insert(String(match.1 ?? match.2 ?? ""))
      }
    }
    #expect(declared == Set(Self.rules))
  }
}
