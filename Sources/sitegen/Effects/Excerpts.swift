import Budget
import Loading

/// Lines of content files, read only when a message shows them.
///
/// Only the file looked at last is kept, and of a line only what is shown: a file may be one line of
/// many megabytes, or as many lines.
final class Excerpts {
  /// What is shown of a line.
  struct Line {
    /// The characters before the place that is meant.
    let before: String
    /// The characters from there on.
    let after: String
    /// Whether there are more before.
    let isCutBefore: Bool
    /// Whether there are more after.
    let isCutAfter: Bool
  }

  /// So many characters are shown before a place, and so many of a long line in all.
  private static let width = (before: 30, all: 72)

  private let read: (_ file: String) -> [UInt8]?
  private var file = ""
  private var bytes: [UInt8] = []
  /// The beginning of the line found last; messages come in reading order.
  private var known = (line: 1, offset: 0)

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

  /// Excerpts from files, named as messages name them, that `read` gives.
  init(reading read: @escaping (_ file: String) -> [UInt8]?) {
    self.read = read
  }

  /// What stands around a place of a file named as messages name it; `nil` if there is no such line.
  func line(at position: SourcePosition) -> Line? {
    if file != position.file {
      file = position.file
      bytes = decoded(file)
      known = (1, 0)
    }
    guard !bytes.isEmpty, let start = start(ofLine: position.line) else { return nil }
    let end = bytes[start...].firstIndex(where: Self.endsLine) ?? bytes.endIndex
    var middle = start
    for _ in 1..<max(1, position.column) where middle < end { middle = next(middle, end) }
    var first = middle
    var shown = 0
    while first > start, shown < Self.width.before {
      repeat { first -= 1 } while first > start && bytes[first] & 0xC0 == 0x80
      shown += 1
    }
    var last = middle
    while last < end, shown < Self.width.all {
      last = next(last, end)
      shown += 1
    }
    return Line(
      before: String(decoding: bytes[first..<middle], as: UTF8.self),
      after: String(decoding: bytes[middle..<last], as: UTF8.self), isCutBefore: first > start,
      isCutAfter: last < end)
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The offset behind the character at `offset`.
  private func next(_ offset: Int, _ end: Int) -> Int {
    var next = offset + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The offset at which a line, from 1, begins; CR LF, LF and CR end a line.
  private func start(ofLine line: Int) -> Int? {
    if line < known.line { known = (1, 0) }
    while known.line < line {
      guard let end = bytes[known.offset...].firstIndex(where: Self.endsLine) else { return nil }
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      known = (known.line + 1, end + (isPair ? 2 : 1))
    }
    return known.offset
  }

  private func decoded(_ file: String) -> [UInt8] {
    var ignored: [Finding] = []
    guard let bytes = read(file),
      let text = SourceText.decoding(bytes, file: file, into: &ignored)
    else { return [] }
    return text.bytes
  }
}
