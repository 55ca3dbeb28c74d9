/// Eight bytes of a text, asked about all at once: every word of every page passes here.
struct EightBytes {
  private let bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Whether all are parts of characters beyond ASCII, as those of Chinese characters are.
  var areBeyondASCII: Bool { bits & Self.each(0x80) == Self.each(0x80) }

  /// Whether one of them is `byte`.
  func contain(_ byte: UInt8) -> Bool { Self.hasZero(bits ^ Self.each(byte)) }

  /// Whether one of them is `byte`, or the other that differs from it in the bits of `mask` alone.
  func contain(_ byte: UInt8, butFor mask: UInt8) -> Bool {
    Self.hasZero((bits ^ Self.each(byte)) & Self.each(~mask))
  }

  /// Whether one of them is below `limit`, which is ASCII.
  func contain(below limit: UInt8) -> Bool {
    (bits &- Self.each(limit)) & ~bits & Self.each(0x80) != 0
  }

  /// Whether `isFound` says so of some eight bytes of a text; what is missing to eight is 0x80.
  @inline(__always)
  static func any(
    of utf8: UnsafeBufferPointer<UInt8>, _ isFound: (EightBytes) -> Bool
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    guard bytes.count >= 8 else {
      return isFound(EightBytes(bits: bytes.reduce(each(0x80)) { $0 << 8 | UInt64($1) }))
    }
    let last = bytes.count - 8
    var offset = 0
    while offset < last {
      let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if isFound(EightBytes(bits: bits)) { return true }
      offset += 8
    }
    return isFound(
      EightBytes(bits: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)))
  }

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether one of the eight bytes is zero.
  private static func hasZero(_ bits: UInt64) -> Bool {
    (bits &- each(0x01)) & ~bits & each(0x80) != 0
  }
}
