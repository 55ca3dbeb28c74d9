/// What the index lists: a character, two neighbouring characters, or the beginning of a number.
///
/// A token is one integer, so that sets and tables of tokens are fast. Two characters are packed
/// beside each other, a number's beginning is kept as its digits; the highest bit says whether the
/// token occurs in a label or a title.
enum SearchToken {
  /// Marks a token of a label: a title, a name, a code.
  static let labelBit: UInt64 = 1 << 63
  private static let numberBit: UInt64 = 1 << 62
  private static let half: UInt64 = 1 << 21

  /// Stands before a label's first character.
  static let start = UInt32(0x5E)
  /// Stands behind a label's last character.
  static let end = UInt32(0x24)
  /// The most digits of a number's beginning.
  static let longestPrefix = 8
  /// The most digits of a money figure's beginning; longer ones are in the index of numbers.
  static let longestMoneyPrefix = 4

  static func character(_ scalar: UInt32) -> UInt64 { UInt64(scalar) * half }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) * half + UInt64(second)
  }

  /// The first `count` digits of a number, as their value.
  static func prefix(_ value: UInt64, count: Int) -> UInt64 {
    numberBit + value * 16 + UInt64(count)
  }

  /// Appends the token as the index prints it.
  static func print(_ token: UInt64, into buffer: inout ScriptBuffer) {
    if token & numberBit != 0 {
      let digits = String((token & ~numberBit) / 16)
      let count = Int(token % 16)
      buffer.ascii(String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits)
      return
    }
    buffer.scalar(UInt32(token / half))
    let second = UInt32(token % half)
    if second != 0 { buffer.scalar(second) }
  }

  /// A hash that `search.js` computes alike: FNV-1a over the printed token's characters.
  static func hash(_ token: UInt64) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    func mix(_ scalar: UInt32) { hash = (hash ^ scalar) &* 16_777_619 }
    if token & numberBit != 0 {
      var digits: [UInt32] = []
      var value = (token & ~numberBit) / 16
      for _ in 0..<(token % 16) {
        digits.append(UInt32(value % 10) + 0x30)
        value /= 10
      }
      digits.reversed().forEach(mix)
    } else {
      mix(UInt32(token / half))
      if token % half != 0 { mix(UInt32(token % half)) }
    }
    return hash ^ (hash >> 15)
  }
}
