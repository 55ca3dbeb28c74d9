/// A character (Unicode scalar) as it stands in UTF-8: its bytes, the first one highest.
struct UTF8Character: Equatable {
  private let bytes: UInt32

  init(_ scalar: Unicode.Scalar) {
    bytes = UTF8.encode(scalar).map { $0.reduce(0) { $0 << 8 | UInt32($1) } } ?? 0
  }

  /// The character that begins at `index` of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let end = min(index + Self.length(beginningWith: text[index]), text.count)
    bytes = text[index..<end].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// How many bytes a character has that begins with `byte`.
  static func length(beginningWith byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// Quotation marks of all kinds.
  static let quotes = "“”\"＂‘’「」『』".unicodeScalars.map(UTF8Character.init)

  /// Whether it is a quotation mark.
  var isQuote: Bool {
    switch bytes {
    case 0xE2_80_9C, 0xE2_80_9D, 0x22, 0xEF_BC_82, 0xE2_80_98, 0xE2_80_99, 0xE3_80_8C, 0xE3_80_8D,
      0xE3_80_8E, 0xE3_80_8F:
      true
    default: false
    }
  }

  fileprivate var lastByte: UInt8 { UInt8(truncatingIfNeeded: bytes) }
  fileprivate var byteBeforeLast: UInt8 { UInt8(truncatingIfNeeded: bytes >> 8) }
}

/// A few characters, told from nearly all others by the last bits of their last two bytes: enough
/// to look closer at few places of a text.
struct CharacterSieve {
  private var last: UInt64 = 0
  private var beforeLast: UInt64 = 0

  /// A sieve that holds `characters`, and some others.
  init(_ characters: [UTF8Character]) {
    for character in characters {
      last |= Self.bit(character.lastByte)
      beforeLast |= Self.bit(character.byteBeforeLast)
    }
  }

  /// Whether the character of `length` bytes at `index` of a text may be one of them.
  @inline(__always)
  func mayHold(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let end = index + length
    guard end <= text.count, last & Self.bit(text[end - 1]) != 0 else { return false }
    return length == 1 || beforeLast & Self.bit(text[end - 2]) != 0
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }
}
