/// A hash that is the same on every machine and in every run, taken eight bytes at a time.
///
/// It tells whether something is still as it was left: any one changed word changes it, and other
/// changes leave it the same once in 2^64 times. Whoever wants to can find two texts with the same
/// hash, so it stands for nothing that comes from outside; for that there are digests.
public struct StableHash: Sendable, Equatable {
  /// The hash of all that was added so far.
  public private(set) var value: UInt64

  /// Goes on from a value, or begins.
  init(value: UInt64 = 0x2545_F491_4F6C_DD1D) {
    self.value = value
  }

  /// The hash of some bytes.
  public init(of bytes: ArraySlice<UInt8>) {
    self.init()
    bytes.withUnsafeBytes { combine($0) }
  }

  /// Adds bytes, with their number.
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    let end = bytes.count & ~7
    for offset in stride(from: 0, to: end, by: 8) {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    var rest: UInt64 = 0
    for byte in bytes[end...] { rest = rest << 8 | UInt64(byte) }
    mix(rest)
  }

  /// Adds a text.
  mutating func combine(_ text: String) {
    text.utf8.span.withUnsafeBytes { combine($0) }
  }

  /// Adds a word. To multiply by an odd number and to fold the upper half into the lower can both be
  /// undone, so that another word gives another hash.
  private mutating func mix(_ word: UInt64) {
    let product = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value = product ^ product >> 32
  }
}
