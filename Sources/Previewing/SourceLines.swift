import Budget
import Loading

/// Lines of the files that findings are about. Each file is read once.
final class SourceLines {
  private let folders: [ContentFolder]
  private var lines: [String: [ArraySlice<UInt8>]] = [:]

  init(_ folders: SourceFolders) {
    self.folders = [folders.content, folders.templates]
  }

  /// The line on which the finding stands; `nil` if it cannot be read.
  func line(of finding: Finding) -> String? {
    let file = finding.position.file
    let lines = self.lines[file] ?? read(file)
    self.lines[file] = lines
    guard lines.indices.contains(finding.position.line - 1) else { return nil }
    let line = lines[finding.position.line - 1]
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  private func read(_ file: String) -> [ArraySlice<UInt8>] {
    for folder in folders where file.hasPrefix(folder.name + "/") {
      var ignored: [Finding] = []
      guard let bytes = try? folder.read(String(file.dropFirst(folder.name.count + 1))),
        let text = SourceText.decoding(bytes, file: file, into: &ignored)
      else { continue }
      return text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    return []
  }
}
