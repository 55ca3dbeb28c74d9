import Budget
import Loading

/// Lines of content files, read only when a message shows them.
final class Excerpts {
  private let folders: [DiskFolder]
  private var lines: [String: [ArraySlice<UInt8>]] = [:]

  /// Excerpts from files below the given folders.
  init(_ folders: String...) {
    self.folders = folders.map(DiskFolder.init)
  }

  /// A line, from 1, of a file named as messages name it; `nil` if there is none.
  func line(_ number: Int, of file: String) -> String? {
    let lines = self.lines[file] ?? read(file)
    self.lines[file] = lines
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  private func read(_ file: String) -> [ArraySlice<UInt8>] {
    for folder in folders where file.hasPrefix(folder.name + "/") {
      let path = String(file.dropFirst(folder.name.count + 1))
      guard let bytes = try? folder.bytes(of: path) else { continue }
      var ignored: [Finding] = []
      guard let text = SourceText.decoding(bytes, file: file, into: &ignored) else { continue }
      return text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    return []
  }
}
