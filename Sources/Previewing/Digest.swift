/// A short fingerprint of bytes (FNV-1a, 64 bits): enough to see that a page is not what it was.
/// It guards against nothing.
struct Digest {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The fingerprint in hexadecimal digits.
  var text: String { String(value, radix: 16) }
}
