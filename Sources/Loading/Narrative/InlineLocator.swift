import Budget

/// Finds where in the source the words stand that libcmark reports.
///
/// libcmark counts columns in bytes, and in the lines of a paragraph after the first it counts as if
/// they were indented like the first. So the place it names is tried, compared with the words, and
/// searched for where it does not hold; places only ever move forward.
struct InlineLocator {
  /// A stretch of words that stands in the source as it is, without escapes in it.
  struct Piece {
    let text: String
    let position: SourcePosition
    /// Whether its character was written with a backslash or as an entity.
    let isEscaped: Bool
  }

  private let file: String
  private let bytes: [UInt8]
  private let lines: SourceLines
  /// Whether anything in the source may be an escape; in most there is nothing.
  private let mayHaveEscapes: Bool
  /// The first byte that no word has been found in yet.
  private var cursor = 0
  /// The place found last, to count on from, and where its line ends.
  private var last = (byte: 0, line: 1, column: 1, lineEnd: 0)
  /// By how many bytes libcmark's columns are off in a line.
  private var drift = (line: 0, bytes: 0)

  init(_ source: SourceText) {
    file = source.file
    bytes = source.bytes
    lines = SourceLines(source)
    mayHaveEscapes = SourceEscape.beginnings.contains { source.bytes.index(of: $0) != nil }
  }

  /// Starts over at a block that begins in `line` and `column` (in bytes), which are exact.
  mutating func enterBlock(line: Int, column: Int) -> SourcePosition {
    let range = lines.range(ofLine: line)
    cursor = min(range.lowerBound + column - 1, range.upperBound)
    drift = (line, 0)
    if line <= lines.count { last = (range.lowerBound, line, 1, lines.end(ofLine: line)) }
    return position(at: cursor)
  }

  /// Where the words of a text node stand, if it is where libcmark says, and without an escape.
  mutating func position(ofWhole text: String, line: Int, column: Int) -> SourcePosition? {
    let named = clamped(line: line, column: column)
    guard named >= cursor, standsAsItIs(text, at: named) else { return nil }
    cursor = named + text.utf8.count
    return position(at: named)
  }

  /// The words of a text node, cut where an escape stands in the source.
  mutating func pieces(of text: String, line: Int, column: Int) -> [Piece] {
    let wanted = Array(text.utf8)
    var index = start(of: wanted, line: line, column: column)
    if standsAsItIs(text, at: index) {
      cursor = index + wanted.count
      return [Piece(text: text, position: position(at: index), isEscaped: false)]
    }
    var pieces: [Piece] = []
    var open = (from: index, bytes: [UInt8]())
    func close(_ locator: inout InlineLocator) {
      guard !open.bytes.isEmpty else { return }
      pieces.append(
        Piece(
          text: String(decoding: open.bytes, as: UTF8.self),
          position: locator.position(at: open.from), isEscaped: false))
    }
    var next = 0
    while next < wanted.count {
      if let escape = SourceEscape(in: bytes, at: index, meaning: wanted[next...]) {
        close(&self)
        pieces.append(
          Piece(
            text: String(decoding: wanted[next..<(next + escape.decodedLength)], as: UTF8.self),
            position: position(at: index), isEscaped: true))
        next += escape.decodedLength
        index += escape.sourceLength
        open = (index, [])
      } else {
        let end = min(next + wanted[next].lengthOfScalar, wanted.count)
        if bytes[index...].starts(with: wanted[next..<end]) {
          open.bytes += wanted[next..<end]
          index += end - next
        } else {
          // Not what stands there: without a stretch of source, no place is counted on from it.
          close(&self)
          pieces.append(
            Piece(
              text: String(decoding: wanted[next..<end], as: UTF8.self),
              position: position(at: index), isEscaped: false))
          open = (index, [])
        }
        next = end
      }
    }
    close(&self)
    cursor = max(cursor, index)
    return pieces
  }

  /// The place of a node that libcmark says is there, as far as the line's drift is known.
  mutating func position(line: Int, column: Int) -> SourcePosition {
    position(at: clamped(line: line, column: column))
  }

  /// Where a link's destination begins, behind the words found last; `nil` if it stands elsewhere, as
  /// that of `[words][name]` does.
  ///
  /// Only marks, or code, can stand between those words and the bracket that ends them.
  mutating func destinationStart() -> Int? {
    let near = bytes[cursor..<min(cursor + 256, bytes.count)]
    guard let bracket = near.firstIndex(of: UInt8(ascii: "]")), bracket + 1 < bytes.count,
      bytes[bracket + 1] == UInt8(ascii: "(")
    else { return nil }
    var index = bracket + 2
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") { index += 1 }
    cursor = index
    return index
  }

  /// The place in the destination that begins at byte `start`, behind `offset` characters of what
  /// it means; escapes and percent-encodings are one character each.
  mutating func position(inDestination start: Int, offset: Int) -> SourcePosition {
    var index = start
    for _ in 0..<offset where index < bytes.count {
      if let lead = PercentEncoding.byte(bytes[index...]) {
        for _ in 0..<lead.lengthOfScalar where index < bytes.count { index += 3 }
      } else {
        if bytes[index] == UInt8(ascii: "\\") { index += 1 }
        repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
      }
    }
    return position(at: min(index, bytes.count))
  }

  /// The place of a byte.
  mutating func position(at byte: Int) -> SourcePosition {
    if byte < last.byte || byte >= last.lineEnd {
      let line = lines.line(ofByte: byte)
      last = (byte, line, lines.column(ofByte: byte), lines.end(ofLine: line))
    } else {
      let between = bytes[last.byte..<min(byte, bytes.count)]
      last.column += between.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      last.byte = byte
    }
    return SourcePosition(file: file, line: last.line, column: last.column)
  }

  /// The byte at which the words `wanted` begin.
  private mutating func start(of wanted: [UInt8], line: Int, column: Int) -> Int {
    let named = clamped(line: line, column: column)
    if named >= cursor, begins(wanted, at: named) { return named }
    // The first words of a line tell by how much its columns are off.
    let from = max(cursor, lines.range(ofLine: line).lowerBound)
    let end = lines.range(ofLine: min(line + 2, lines.count)).upperBound
    guard from < end, let found = (from..<end).first(where: { begins(wanted, at: $0) }) else {
      return max(cursor, named)
    }
    let range = lines.range(ofLine: line)
    if range.contains(found) { drift = (line, found - (range.lowerBound + column - 1)) }
    return found
  }

  /// Whether the words stand at `index` without anything that could be an escape.
  private func standsAsItIs(_ text: String, at index: Int) -> Bool {
    text.withBytes { wanted in
      bytes.withUnsafeBufferPointer { bytes in
        guard index + wanted.count <= bytes.count else { return false }
        let source = UnsafeBufferPointer(rebasing: bytes[index..<(index + wanted.count)])
        return source.hasSameBytes(as: wanted)
          && (!mayHaveEscapes || !wanted.contains(where: SourceEscape.beginnings.contains))
      }
    }
  }

  private func clamped(line: Int, column: Int) -> Int {
    let range = lines.range(ofLine: line)
    let off = drift.line == line ? drift.bytes : 0
    return max(range.lowerBound, min(range.lowerBound + column - 1 + off, range.upperBound))
  }

  /// Whether the source at `index` may mean `wanted`: its beginning is compared up to an escape.
  private func begins(_ wanted: [UInt8], at index: Int) -> Bool {
    for offset in 0..<min(wanted.count, 12) {
      guard index + offset < bytes.count else { return false }
      if SourceEscape(in: bytes, at: index + offset, meaning: wanted[offset...]) != nil {
        return true
      }
      if bytes[index + offset] != wanted[offset] { return false }
    }
    return true
  }
}

extension InlineLocator {
  /// Whether a code block that begins there is fenced.
  func isFence(line: Int, column: Int) -> Bool {
    let range = lines.range(ofLine: line)
    let text = bytes[min(range.lowerBound + column - 1, range.upperBound)..<range.upperBound]
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }
}
