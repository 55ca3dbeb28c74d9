import Testing

@testable import Publishing

/// A hash that records on disk are told apart by.
@Suite struct StableHashTests {
  /// Worked out by a program in another language, from the description of the steps.
  @Test(
    arguments: [
      ("", 0x9e4a_7dc7_47cc_2458), ("a", 0x348b_faf2_2d25_5946),
      ("北京市西城区", 0xcdf8_9dee_9078_287a), ("d00001/2021", 0x3fa9_a3e5_3b77_9c4a),
    ] as [(String, UInt64)])
  func isTheSameEverywhere(text: String, expected: UInt64) {
    var hash = StableHash()
    hash.combine(text)
    #expect(hash.value == expected)
    #expect(StableHash(of: Array(text.utf8)[...]) == hash)
  }

  @Test func changesWithEveryByte() {
    let bytes = [UInt8](repeating: 0, count: 37)
    var seen = [StableHash(of: bytes[...]).value]
    for index in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << bit
        seen.append(StableHash(of: other[...]).value)
      }
    }
    #expect(Set(seen).count == 1 + 37 * 8)
  }

  @Test func changesWithTheLength() {
    let seen = (0..<40).map { StableHash(of: [UInt8](repeating: 0, count: $0)[...]).value }
    #expect(Set(seen).count == 40)
  }

  @Test func tellsPartsApart() {
    func hash(_ parts: String...) -> UInt64 {
      var hash = StableHash()
      for part in parts { hash.combine(part) }
      return hash.value
    }
    #expect(Set([hash("ab", "c"), hash("a", "bc"), hash("abc"), hash("abc", "")]).count == 4)
  }
}
