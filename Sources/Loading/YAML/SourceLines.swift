import Budget

/// The lines of a text, found once and read often.
struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins, and the end of the text.
  private let starts: [Int]

  /// The lines of `source`; they end with LF, CR LF or CR.
  init(_ source: SourceText) {
    bytes = source.bytes
    var starts = [0]
    var lineFeed = bytes.index(of: 0x0A) ?? .max
    var carriageReturn = bytes.index(of: 0x0D) ?? .max
    while lineFeed < bytes.count || carriageReturn < bytes.count {
      let next = min(lineFeed, carriageReturn) + 1
      // The line feed of a pair ends the line.
      if next - 1 == lineFeed || next != lineFeed { starts.append(next) }
      if next > lineFeed { lineFeed = bytes.index(of: 0x0A, from: next) ?? .max }
      if next > carriageReturn { carriageReturn = bytes.index(of: 0x0D, from: next) ?? .max }
    }
    starts.append(bytes.count)
    self.starts = starts
  }

  /// How many lines there are; the text behind the last line end counts, even if empty.
  var count: Int { starts.count - 1 }

  /// Where a line ends, its end included.
  func end(ofLine line: Int) -> Int { starts[line] }

  /// The range of a line's bytes without its end; empty for a line that is not there.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= count else { return 0..<0 }
    var end = starts[line]
    while end > starts[line - 1], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line - 1]..<end
  }

  /// A line's bytes from a column on, which is counted in characters from 1, without its end.
  func bytes(ofLine line: Int, fromColumn column: Int) -> ArraySlice<UInt8> {
    let range = range(ofLine: line)
    var start = range.lowerBound
    for _ in 1..<max(1, column) where start < range.upperBound {
      repeat { start += 1 } while start < range.upperBound && bytes[start] & 0xC0 == 0x80
    }
    return bytes[start..<range.upperBound]
  }

  /// A line's characters, without its end.
  func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    Array(String(decoding: bytes[range(ofLine: line)], as: UTF8.self).unicodeScalars)
  }

  /// The line that the byte at `index` belongs to.
  func line(ofByte index: Int) -> Int {
    starts[..<count].firstPlace { $0 <= index }
  }

  /// The column, in characters from 1, of the byte at `index`.
  func column(ofByte index: Int) -> Int {
    let start = range(ofLine: line(ofByte: index)).lowerBound
    return 1
      + bytes[start..<max(start, min(index, bytes.count))].reduce(0) {
        $0 + ($1 & 0xC0 == 0x80 ? 0 : 1)
      }
  }
}
