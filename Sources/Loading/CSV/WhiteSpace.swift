/// White space in UTF-8 as budget tables have it: besides ASCII's, the no-break space, the
/// typographic spaces (U+2000…U+200A, U+202F, U+205F) and the ideographic space (U+3000).
enum WhiteSpace {
  /// The length of the white space that begins at `offset`; 0 if none does.
  static func length(at offset: Int, in bytes: [UInt8], until end: Int) -> Int {
    switch bytes[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2 where offset + 2 <= end: return bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2 where offset + 3 <= end:
      return isTypographic(bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
    case 0xE3 where offset + 3 <= end:
      return bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Whether nothing but white space stands in `range`.
  static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    contentStart(bytes, range) == range.upperBound
  }

  /// `range` without white space at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = contentStart(bytes, range)
    var end = range.upperBound
    while end > start {
      let width = max(1, trailingLength(before: end, in: bytes, from: start))
      guard length(at: end - width, in: bytes, until: end) == width else { break }
      end -= width
    }
    return start..<end
  }

  /// Whether the scalar is white space.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func contentStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      let width = length(at: start, in: bytes, until: range.upperBound)
      if width == 0 { break }
      start += width
    }
    return start
  }

  /// The length of the UTF-8 sequence that ends before `end`, as far as white space needs it.
  private static func trailingLength(before end: Int, in bytes: [UInt8], from start: Int) -> Int {
    if bytes[end - 1] < 0x80 { return 1 }
    if end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
    return end - 3 >= start ? 3 : 1
  }

  private static func isTypographic(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): true
    default: false
    }
  }
}
