/// A set of ASCII characters, asked for every byte of a text.
struct ASCIISet {
  private let members: (low: UInt64, high: UInt64)

  /// The characters of `text`.
  init(_ text: StaticString) {
    var members: (low: UInt64, high: UInt64) = (0, 0)
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      if byte < 64 {
        members.low |= 1 << UInt64(byte)
      } else {
        members.high |= 1 << UInt64(byte & 63)
      }
    }
    self.members = members
  }

  /// Whether the byte is one of the characters.
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return ((byte < 64 ? members.low : members.high) >> UInt64(byte & 63)) & 1 != 0
  }
}
