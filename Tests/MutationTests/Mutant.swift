import Budget
import Checking
import Loading

/// The committed content with one file changed: what a slip of the hand would publish.
struct Mutant: Sendable {
  /// What was changed, for messages.
  let name: String
  /// The changed file, relative to the content folder.
  let path: String
  /// The lines, from 1, that were changed.
  let lines: ClosedRange<Int>
  /// The file's new text.
  let text: String

  /// Whether the change stops publication, and an error names a changed line, either as its place
  /// or among the values that took part.
  func isCaught(in content: CommittedContent) throws -> Bool {
    let findings = try content.errors(replacing: path, with: text)
    let file = "Content/" + path
    return findings.contains { finding in
      let places = [finding.position] + finding.contributors.map(\.position)
      return places.contains { $0.file == file && lines.contains($0.line) }
    }
  }
}

/// The committed content in memory.
struct CommittedContent: Sendable {
  /// The bytes of every file, by path relative to the content folder.
  let files: [String: [UInt8]]
  /// The paths in order.
  let paths: [String]

  /// The errors that checking finds with the file `path` replaced.
  func errors(replacing path: String, with text: String) throws -> [Finding] {
    var files = files
    files[path] = Array(text.utf8)
    let changed = files
    let paths = paths
    let folder = ContentFolder(
      name: "Content", paths: { paths }, read: { path in changed[path] ?? [] })
    let (disclosure, loading) = try Disclosure.load(folder)
    let checking = disclosure.reports.flatMap {
      Checker.verify($0, strict: disclosure.site.strict).findings
    }
    return (loading + checking).filter { $0.severity == .error }
  }

  /// The text of a file.
  func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}
