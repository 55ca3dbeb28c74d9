/// The rest of a field that stands without quotes: all up to the next separator or line end.
struct FieldText {
  /// How many bytes it has.
  private(set) var length = 0
  /// How many characters it has.
  private(set) var characters = 0

  /// The text in `bytes` from `start` on; eight bytes are looked at at once.
  init(in bytes: [UInt8], from start: Int, until separator: UInt8) {
    let separators = UInt64(separator) &* Self.ones
    bytes.withUnsafeBytes { bytes in
      var offset = start
      while offset + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let ends =
          Self.zeros(word ^ separators) | Self.zeros(word ^ Self.lineFeeds)
          | Self.zeros(word ^ Self.carriageReturns)
        let plain = ends.trailingZeroBitCount / 8
        let own = plain == 8 ? UInt64.max : (1 << UInt64(8 * plain)) - 1
        // Of a character in several bytes, all but the first are 10xxxxxx.
        let inner = word & ~(word << 1) & Self.highBits & own
        characters += plain - inner.nonzeroBitCount
        offset += plain
        if plain < 8 {
          length = offset - start
          return
        }
      }
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        if byte & 0xC0 != 0x80 { characters += 1 }
        offset += 1
      }
      length = offset - start
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// The high bits of bytes that are zero; the lowest of them is right, and that is the one asked for.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }
}
