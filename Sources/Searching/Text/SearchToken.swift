/// What the index of words lists: a character, two neighbouring characters, or the beginning of a
/// number that is no amount.
///
/// A token is one integer, so that sets of tokens are fast: a character stands in the upper half,
/// the one behind it in the lower. No letter is below `a`, so the numbers below it are free for the
/// beginnings of numbers.
enum SearchToken {
  /// The most digits of a number's beginning.
  static let longestPrefix = 6

  static func character(_ scalar: UInt32) -> UInt32 { half(scalar) << 16 }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    half(first) << 16 | half(second)
  }

  /// The first `count` digits of a number, as their value.
  static func prefix(_ value: UInt32, count: Int) -> UInt32 { shorter[count] + value }

  /// The token's characters, as the index prints and hashes them.
  static func scalars(_ token: UInt32) -> [UInt32] {
    if token >= 0x61 << 16 {
      return token & 0xFFFF == 0 ? [token >> 16] : [token >> 16, token & 0xFFFF]
    }
    let count = shorter.lastIndex { $0 <= token } ?? 1
    var rest = token - shorter[count]
    return (0..<count).map { _ in
      defer { rest /= 10 }
      return rest % 10 + 0x30
    }.reversed()
  }

  /// A hash that `search.js` computes alike: FNV-1a over the token's characters.
  static func hash(_ scalars: [UInt32]) -> UInt32 {
    let hash = scalars.reduce(2_166_136_261) { ($0 ^ $1) &* 16_777_619 as UInt32 }
    return hash ^ (hash >> 15)
  }

  /// How many beginnings have fewer digits than this.
  private static let shorter: [UInt32] = [0, 0, 10, 110, 1110, 11_110, 111_110]

  /// Rare characters beyond the first plane share private ones: the index only proposes.
  private static func half(_ scalar: UInt32) -> UInt32 {
    scalar < 0x1_0000 ? scalar : 0xE000 + scalar % 0x1800
  }
}
