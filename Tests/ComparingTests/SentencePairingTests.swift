import Testing

@testable import Comparing

@Suite struct SentencePairingTests {
  /// By hand: 甲乙丙丁 and 甲乙丙戊 share three words of four, 甲甲乙 and 甲乙乙 one 甲 and one 乙 of three,
  /// 甲乙丙丁 and 甲子丑寅 one of four, which is less than half.
  @Test(arguments: [
    (["甲乙丙丁"], ["甲乙丙戊"], [[0, 0]]), (["甲甲乙"], ["甲乙乙"], [[0, 0]]),
    (["甲乙丙丁"], ["甲子丑寅"], []), (["甲乙", "丙丁"], ["丙丁戊", "甲己庚乙"], [[1, 0]]),
    (["甲乙", "丙丁"], ["甲乙戊", "丙丁己"], [[0, 0], [1, 1]]), ([""], ["甲"], []),
  ])
  func whatSharesHalfOfItsWordsIsOneSentence(old: [String], new: [String], pairs: [[Int]]) {
    let pairing = SentencePairing(
      old: old.map { $0.map(String.init) }, new: new.map { $0.map(String.init) })
    #expect(pairing.pairs().map { [$0.0, $0.1] } == pairs)
  }

  /// As many sentences as are compared, of a thousand words each.
  @Test func longSentences() {
    let words = (0..<1000).map { String($0 % 50) }
    let sentences = Array(repeating: words, count: 200)
    let pairs = SentencePairing(old: sentences, new: sentences).pairs()
    #expect(pairs.map { [$0.0, $0.1] } == (0..<200).map { [$0, $0] })
  }
}
