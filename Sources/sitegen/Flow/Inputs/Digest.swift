import Crypto

/// A SHA-256 digest. There may be several for each of ten thousand reports, so that it is held in
/// words, which lie closer than a vector would.
struct Digest: Sendable, Hashable, CustomStringConvertible {
  private let words: InlineWords

  private struct InlineWords: Sendable, Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// The digest with these 32 bytes.
  fileprivate init(bytes: some Sequence<UInt8>) {
    var words = InlineWords()
    withUnsafeMutableBytes(of: &words) { room in
      for (index, byte) in zip(room.indices, bytes) { room[index] = byte }
    }
    self.words = words
  }

  /// The digest of some bytes.
  init(of bytes: [UInt8]) {
    self.init(of: bytes[...])
  }

  /// The digest of some bytes.
  init(of bytes: ArraySlice<UInt8>) {
    var builder = DigestBuilder()
    builder.addRaw(bytes)
    self = builder.finish()
  }

  /// Reads what ``description`` has printed.
  init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for index in 0..<32 {
      guard let high = Self.value(of: digits[2 * index]),
        let low = Self.value(of: digits[2 * index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// 64 hexadecimal digits.
  var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in array {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// A number out of the digest, evenly spread.
  var number: UInt64 { UInt64(bigEndian: words.first) }

  /// The 32 bytes.
  var array: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

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
    addRaw(bytes[...])
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
  mutating func addRaw(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest of all that was added.
  consuming func finish() -> Digest {
    Digest(bytes: hash.finalize())
  }

  private mutating func addLength(_ length: Int) {
    withUnsafeBytes(of: UInt64(length).littleEndian) { hash.update(bufferPointer: $0) }
  }
}
