import Budget
import Testing

@testable import Loading

@Suite struct AmountNotationTests {
  @Test(arguments: [
    ("60,646,633.13", "60646633.13"), ("0.00", "0.00"), ("-5", "-5"), ("123", "123"),
    ("１２，３４５．６０", "12345.60"), ("－1.5", "-1.5"), ("−1.5", "-1.5"), ("(1,234.00)", "-1234.00"),
    ("（12）", "-12"), ("¥5.00", "5.00"), ("￥ 1,000", "1000"), ("1234567.1", "1234567.1"),
    ("999999999999999999999999", "999999999999999999999999"),
  ])
  func readsWhatMeansAnAmount(text: String, plain: String) throws {
    let expected = try #require(ExactDecimal(plain))
    let reading = AmountNotation.read(text)
    #expect(reading == .value(expected))
    guard case .value(let value) = reading else { return }
    #expect(value.scale == expected.scale)
  }

  @Test(arguments: ["-", "--", "—", "——", "－", "−", "–"])
  func aDashMeansNone(text: String) {
    #expect(AmountNotation.read(text) == .none)
  }

  @Test(arguments: [
    ("6O64.66", "amount-character", 1), ("1l0", "amount-character", 1),
    ("12万元", "amount-unit", 2), ("5%", "amount-unit", 1), ("1.2E+07", "amount-scientific", 3),
    ("1,23", "amount-grouping", 1), ("1234,567", "amount-grouping", 4),
    ("1,234,56.00", "amount-grouping", 5), ("1,234.5,6", "amount-grouping", 7),
    ("(1,23)", "amount-grouping", 2), ("1.2.3", "amount-format", 3), (".5", "amount-format", 0),
    ("5.", "amount-format", 1), ("(5", "amount-format", 0), ("5)", "amount-format", 1),
    ("(5.)", "amount-format", 2),
    ("--5", "amount-format", 1), ("1 234", "amount-format", 1), ("5-", "amount-format", 1),
    ("()", "amount-format", 1), ("无", "amount-character", 0), ("/", "amount-character", 0),
    ("1。5", "amount-character", 1), ("1234567890123456789012345", "amount-too-long", 0),
    ("0.1234567890123", "amount-too-long", 0), ("¥", "amount-format", 0),
  ])
  func namesTheFirstMistake(text: String, rule: String, offset: Int) {
    guard case .fault(let fault) = AmountNotation.read(text) else {
      Issue.record("“\(text)” was read")
      return
    }
    #expect(fault.rule.rawValue == rule)
    #expect(fault.offset == offset)
  }

  @Test(arguments: [
    ("+5", 0, "不写“+”"), ("5+", 1, "不写“+”"), ("1+2", 1, "不写“+”"), ("5-", 1, "“-”应当在最前面"),
    ("5－", 1, "“-”应当在最前面"),
  ])
  func saysWhatIsWrongWithASign(text: String, offset: Int, words: String) {
    guard case .fault(let fault) = AmountNotation.read(text) else {
      Issue.record("“\(text)” was read")
      return
    }
    #expect(fault.rule == .amountFormat && fault.offset == offset)
    #expect(fault.message.contains(words), "\(fault.message)")
  }

  /// The quick way never reads anything that the closer look reads otherwise.
  @Test func bothWaysAgree() {
    let alphabet = Array("019,.-".utf8)
    var texts: [[UInt8]] = [[]]
    var start = 0
    for _ in 1...6 {
      let end = texts.count
      for index in start..<end { texts += alphabet.map { texts[index] + [$0] } }
      start = end
    }
    for bytes in texts {
      guard let quick = AmountNotation.quick(bytes, bytes.indices) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(AmountNotation.read(text) == .value(quick), "\(text)")
    }
  }
}
