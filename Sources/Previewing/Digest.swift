import Crypto

/// A fingerprint of bytes, to see that a page is not what it was.
struct Digest {
  private var hash = SHA256()

  mutating func append(_ bytes: some Collection<UInt8>) {
    Array(bytes).withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The fingerprint in hexadecimal digits.
  var text: String {
    hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
