import Testing

@testable import Comparing

@Suite struct AlignmentTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 3), ("abc", "", 0), ("abcd", "acbd", 3), ("aaaa", "aa", 2),
    ("abcabba", "cbabac", 4), ("xaxbxc", "axbxcx", 5),
  ])
  func pairsAreEqualRisingAndAsManyAsPossible(old: String, new: String, common: Int) {
    let (before, after) = (Array(old), Array(new))
    let pairs = Alignment.pairs(before, after)
    #expect(pairs.count == common)
    #expect(pairs.allSatisfy { before[$0.old] == after[$0.new] })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
  }

  @Test func risingIsTheLongestChain() {
    let pairs = [(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)]
    #expect(Alignment.rising(pairs).map(\.0) == [1, 2, 4])
    #expect(Alignment.rising([]).isEmpty)
  }

  @Test func aMovedElementIsOne() {
    // Old places 0 1 2 3 stand in the order 3 0 1 2 now: only 3 moved.
    #expect(Matching.moved([0: 3, 1: 0, 2: 1, 3: 2]) == [0])
    #expect(Matching.moved([0: 0, 1: 1]) == [])
  }
}
