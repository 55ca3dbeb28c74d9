import Budget
import Testing

@testable import Rendering

@Suite("A comparison of two years")
struct YearChangeTests {
  private func words(_ previous: (String, Unit), _ current: (String, Unit)) -> String? {
    guard let before = ExactDecimal(previous.0), let now = ExactDecimal(current.0) else {
      return nil
    }
    return YearChange(
      previous: Amount(before, previous.1), current: Amount(now, current.1), decimals: 2
    ).words
  }

  @Test("says how much and by how many hundredths")
  func change() {
    #expect(
      words(("64411756.96", .yuan), ("60646633.13", .yuan)) == "减少3,765,123.83元，下降5.85%")
    #expect(
      words(("27035047.61", .yuan), ("29588676.51", .yuan)) == "增加2,553,628.90元，增长9.45%")
  }

  @Test("knows when nothing changed")
  func same() {
    #expect(words(("5.30", .yuan), ("5.3", .yuan)) == "持平")
  }

  @Test("gives no rate where there was nothing before")
  func fromNothing() {
    #expect(words(("0", .yuan), ("100", .yuan)) == "增加100.00元")
  }

  @Test("is no more exact than the coarser of both figures")
  func coarse() {
    #expect(
      words(("6441.18", .tenThousandYuan), ("60646633.13", .yuan))
        == "减少约376.52万元，下降约5.85%")
    #expect(words(("6064.66", .tenThousandYuan), ("60646633.13", .yuan)) == "大致持平")
  }
}

@Suite("An amount as people say it")
struct ReadableAmountTests {
  @Test(
    "is rounded to two decimals and says so",
    arguments: [
      ("60646633.13", Unit.yuan, "约6,064.66万元"), ("4000000", .yuan, "合400.00万元"),
      ("123456789012", .yuan, "约1,234.57亿元"), ("34567.89", .tenThousandYuan, "约3.46亿元"),
      ("-60646633.13", .yuan, "约-6,064.66万元"),
    ])
  func readable(number: String, unit: Unit, expected: String) throws {
    let amount = Amount(try #require(ExactDecimal(number)), unit)
    #expect(ReadableAmount.text(amount) == expected)
  }

  @Test("is left out where the exact figure is as short")
  func short() throws {
    #expect(ReadableAmount.text(Amount(try #require(ExactDecimal("9999.99")), .yuan)) == nil)
    #expect(
      ReadableAmount.text(Amount(try #require(ExactDecimal("4.65")), .tenThousandYuan)) == nil)
  }
}
