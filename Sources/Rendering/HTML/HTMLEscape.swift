/// How characters are written that mean something in HTML.
enum HTMLEscape {
  /// The length of the longest escape.
  static let longest = 6

  /// The escape of a byte; `nil` for one that stands for itself.
  static func of(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// Whether any byte has an escape.
  static func isNeeded(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // Eight at a time: every word of every page passes here.
    let bytes = UnsafeRawBufferPointer(utf8)
    guard bytes.count >= 8 else {
      return isNeeded(bytes.reduce(eight(0x80)) { $0 << 8 | UInt64($1) })
    }
    let last = bytes.count - 8
    var offset = 0
    while offset < last {
      if isNeeded(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) { return true }
      offset += 8
    }
    return isNeeded(bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
  }

  /// Whether any of eight bytes has an escape.
  private static func isNeeded(_ word: UInt64) -> Bool {
    // Chinese characters are all bytes beyond ASCII.
    if word & eight(0x80) == eight(0x80) { return false }
    return hasZero(word ^ eight(UInt8(ascii: "\"")))
      // `&` and `'` differ in one bit, and so do `<` and `>`.
      || hasZero(word & eight(0xFE) ^ eight(UInt8(ascii: "&")))
      || hasZero(word & eight(0xFD) ^ eight(UInt8(ascii: "<")))
  }

  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether one of the eight bytes is zero.
  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- eight(0x01)) & ~word & eight(0x80) != 0
  }
}
