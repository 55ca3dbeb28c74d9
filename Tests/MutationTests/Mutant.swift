import Budget
import Checking
import Loading
import Synchronization

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

  /// Whether one of the errors found in it names a changed line, either as its place or among the
  /// values that took part.
  func isCaught(by errors: [Finding]) -> Bool {
    let file = "Content/" + path
    return errors.contains { finding in
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

  /// The text of a file.
  func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}

/// Checks the content with one file changed after the other. Like a build of many reports, it reads
/// once what is not a report's: the site and the form set, which no mutant changes.
struct MutantCheck {
  private let changed = ChangedFile()
  private let index: ContentIndex
  private var loader: ReportLoader

  init(_ content: CommittedContent) throws {
    let changed = changed
    let folder = ContentFolder(
      name: "Content", paths: { content.paths },
      read: { changed.bytes(of: $0) ?? content.files[$0] ?? [] })
    index = try ContentIndex.scan(folder)
    loader = index.reportLoader()
  }

  /// The errors of the content with the file `path` replaced.
  mutating func errors(replacing path: String, with text: String) throws -> [Finding] {
    changed.set(path, Array(text.utf8))
    var findings = index.findings
    for source in index.reports {
      let (report, loading) = try loader.load(source)
      findings += loading
      if let report { findings += Checker.verify(report, strict: index.site.strict).findings }
    }
    return findings.filter { $0.severity == .error }
  }
}

/// The file that differs.
private final class ChangedFile: Sendable {
  private let file = Mutex<(path: String, bytes: [UInt8])?>(nil)

  func set(_ path: String, _ bytes: [UInt8]) { file.withLock { $0 = (path, bytes) } }

  func bytes(of path: String) -> [UInt8]? {
    file.withLock { $0?.path == path ? $0?.bytes : nil }
  }
}
