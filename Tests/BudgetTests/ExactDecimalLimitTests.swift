import Budget
import Testing

@Suite("Exact decimals at their limits")
struct ExactDecimalLimitTests {
  private let one = ExactDecimal(1)
  private let large = ExactDecimal(coefficient: .max, scale: 0)
  /// 2⁶⁴ × −2⁶³ = −2¹²⁷, the one coefficient without a negative.
  private let powers = (ExactDecimal("18446744073709551616"), ExactDecimal("-9223372036854775808"))

  @Test("every result has a negative, or is none")
  func negatives() throws {
    let (left, right) = (try #require(powers.0), try #require(powers.1))
    #expect(left.multiplied(by: right) == nil)
    #expect(large.negated.adding(one.negated) == nil)
    #expect(large.negated.subtracting(one) == nil)
    #expect(large.negated.negated == large)
    #expect(large.negated.magnitude == large)
    #expect(large.adding(one) == nil)
  }

  @Test("numbers of very different scales are compared by value")
  func scales() {
    let tiny = ExactDecimal(coefficient: 1, scale: 60)
    let nothing = ExactDecimal(coefficient: 0, scale: 60)
    #expect(nothing == .zero)
    #expect(tiny > .zero && .zero < tiny)
    #expect(tiny.negated < .zero)
    #expect(tiny < large && large.negated < tiny)
    #expect(tiny < one)
    #expect(ExactDecimal(coefficient: 15, scale: 1) == ExactDecimal(coefficient: 150, scale: 2))
    #expect(ExactDecimal(coefficient: .max, scale: 1) < large)
    #expect(ExactDecimal(coefficient: .max, scale: 38) > one)
    #expect(ExactDecimal(coefficient: .max, scale: 38) < ExactDecimal(2))
    #expect([large, tiny, .zero, tiny.negated].sorted() == [tiny.negated, .zero, tiny, large])
  }
}
