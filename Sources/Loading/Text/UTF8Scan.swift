import Budget

/// One pass over bytes that finds out whether they are UTF-8 and free of characters that no
/// text of a budget contains.
struct UTF8Scan {
  /// The offset of the first byte that is not UTF-8.
  private(set) var firstInvalid: Int?
  /// How many bytes are not UTF-8.
  private(set) var invalidCount = 0
  /// How many characters of several bytes are well formed.
  private(set) var multibyteCount = 0
  /// The offset of the first control or invisible character.
  private(set) var firstControl: Int?
  /// How many control or invisible characters there are.
  private(set) var controlCount = 0
  /// The offset of the first replacement character (�), which a program writes for what it could not
  /// read.
  private(set) var firstReplacement: Int?
  /// How many replacement characters there are.
  private(set) var replacementCount = 0

  /// Scans `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    let base = bytes.startIndex
    bytes.withUnsafeBytes { scan($0, base: base) }
  }

  /// Scans the bytes of a string.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    scan(UnsafeRawBufferPointer(text), base: 0)
  }

  private mutating func scan(_ bytes: UnsafeRawBufferPointer, base: Int) {
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let plain = Self.plainCount(UInt64(littleEndian: word))
        offset += plain
        if plain == 8 { continue }
      }
      while Self.isPlainChinese(bytes, offset) {
        multibyteCount += 1
        offset += 3
      }
      guard offset < bytes.count else { break }
      let first = bytes[offset]
      if first < 0x80 {
        if Self.isControl(first) { noteControl(base + offset) }
        offset += 1
        continue
      }
      let length = Self.wellFormedLength(bytes, offset)
      guard length > 0 else {
        if firstInvalid == nil { firstInvalid = base + offset }
        invalidCount += 1
        offset += 1
        continue
      }
      multibyteCount += 1
      if Self.mayBeInvisible(bytes, offset, length) {
        look(at: Self.scalar(bytes, offset, length), base + offset)
      }
      offset += length
    }
  }

  private mutating func look(at scalar: Unicode.Scalar, _ offset: Int) {
    if scalar.isInvisible { noteControl(offset) }
    guard scalar == "\u{FFFD}" else { return }
    if firstReplacement == nil { firstReplacement = offset }
    replacementCount += 1
  }

  private mutating func noteControl(_ offset: Int) {
    if firstControl == nil { firstControl = offset }
    controlCount += 1
  }

  /// How many of eight bytes are printable ASCII (0x20…0x7E) up to the first that is not, by
  /// arithmetic on all of them at once. Borrows and carries only go from that one up.
  private static func plainCount(_ word: UInt64) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let below = (word &- 0x2020_2020_2020_2020) & ~word
    let delete = word &+ 0x0101_0101_0101_0101
    return ((word | below | delete) & high).trailingZeroBitCount / 8
  }

  /// Whether a character of U+3000…U+9FFF or U+FF00…U+FF7F stands there that is visible, as all of
  /// them are but the filler U+3164, whose neighbours are as rare.
  private static func isPlainChinese(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    guard offset + 4 <= bytes.count else { return false }
    let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    guard four & 0xC0C0F0 == 0x8080E0 else { return false }
    // Ideographs first: nearly all are.
    return (0xE4...0xE9).contains(four & 0xFF)
      || four & 0xFF == 0xE3 && four & 0xFF00 != 0x8500 || four & 0xFEFF == 0xBCEF
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  /// The length of the well-formed sequence of two to four bytes at `offset`, else 0
  /// (Unicode Standard, table 3-7).
  private static func wellFormedLength(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    if length > 2, bytes[offset + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[offset + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Whether the first bytes of a character are those of some that are looked at: not those of dashes,
  /// quotation marks and the ellipsis, nor of letters.
  private static func mayBeInvisible(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ length: Int
  ) -> Bool {
    switch bytes[offset] {
    case 0xC2, 0xCD, 0xD8, 0xE1, 0xE3, 0xEF...: true
    case 0xE2:
      bytes[offset + 1] == 0xA0 || bytes[offset + 1] == 0x81
        || bytes[offset + 1] == 0x80 && !(0x90...0xA7).contains(bytes[offset + 2])
    default: false
    }
  }

  /// The character of the well-formed sequence at `offset`.
  private static func scalar(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ length: Int
  ) -> Unicode.Scalar {
    var value = UInt32(bytes[offset]) & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
