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
    EightBytes.any(of: utf8) { bytes in
      if bytes.areBeyondASCII { return false }
      // `&` and `'` differ in one bit, and so do `<` and `>`.
      return bytes.contain(UInt8(ascii: "\""))
        || bytes.contain(UInt8(ascii: "&"), butFor: 0x01)
        || bytes.contain(UInt8(ascii: "<"), butFor: 0x02)
    }
  }
}
