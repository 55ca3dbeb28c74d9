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
    var found: UInt8 = 0
    // Without a way out of the loop, so that processors look at sixteen bytes at a time.
    for byte in utf8 {
      found |= byte == UInt8(ascii: "&") ? 1 : 0
      found |= byte == UInt8(ascii: "<") ? 1 : 0
      found |= byte == UInt8(ascii: ">") ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == UInt8(ascii: "'") ? 1 : 0
    }
    return found != 0
  }
}
