import Budget
import Loading

/// Lines of content files, read only when a message shows them.
final class Excerpts {
  private let bytes: (_ file: String) -> [UInt8]?
  private var lines: [String: [ArraySlice<UInt8>]] = [:]

  /// Excerpts from files below the given folders.
  convenience init(_ folders: String...) {
    let folders = folders.map(DiskFolder.init)
    self.init { file in
      for folder in folders where file.hasPrefix(folder.name + "/") {
        let path = String(file.dropFirst(folder.name.count + 1))
        if let bytes = try? folder.bytes(of: path) { return bytes }
      }
      return nil
    }
  }

  /// Excerpts from files, named as messages name them, that `bytes` reads.
  init(reading bytes: @escaping (_ file: String) -> [UInt8]?) {
    self.bytes = bytes
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
    var ignored: [Finding] = []
    guard let bytes = bytes(file),
      let text = SourceText.decoding(bytes, file: file, into: &ignored)
    else { return [] }
    return text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
