import Crypto

/// A SHA-256 digest.
struct Digest: Sendable, Hashable, CustomStringConvertible {
  private let bytes: SIMD32<UInt8>

  fileprivate init(bytes: SIMD32<UInt8>) {
    self.bytes = bytes
  }

  /// The digest of some bytes.
  init(of bytes: [UInt8]) {
    var builder = DigestBuilder()
    builder.addRaw(bytes)
    self = builder.finish()
  }

  /// Reads what ``description`` has printed.
  init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes = SIMD32<UInt8>()
    for index in 0..<32 {
      guard let high = Self.value(of: digits[2 * index]),
        let low = Self.value(of: digits[2 * index + 1])
      else { return nil }
      bytes[index] = high << 4 | low
    }
    self.bytes = bytes
  }

  /// 64 hexadecimal digits.
  var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for index in 0..<32 {
      digits.append(Self.digit(bytes[index] >> 4))
      digits.append(Self.digit(bytes[index] & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// A number out of the digest, evenly spread.
  var number: UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  /// The 32 bytes.
  var array: [UInt8] { (0..<32).map { bytes[$0] } }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Makes one digest of many things. Everything but raw bytes goes in with its length, so that no
/// two different lists of things look alike.
struct DigestBuilder {
  private var hash = SHA256()

  mutating func add(_ bytes: [UInt8]) {
    addLength(bytes.count)
    addRaw(bytes)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      addLength(bytes.count)
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Adds a digest, or that there is none.
  mutating func add(_ digest: Digest?) {
    add(digest?.array ?? [])
  }

  /// Adds bytes of one thing piece by piece.
  mutating func addRaw(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest of all that was added.
  consuming func finish() -> Digest {
    var bytes = SIMD32<UInt8>()
    for (index, byte) in hash.finalize().enumerated() { bytes[index] = byte }
    return Digest(bytes: bytes)
  }

  private mutating func addLength(_ length: Int) {
    withUnsafeBytes(of: UInt64(length).littleEndian) { hash.update(bufferPointer: $0) }
  }
}
