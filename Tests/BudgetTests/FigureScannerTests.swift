import Budget
import Foundation
import Testing

@Suite struct FigureScannerTests {
  private func figures(_ text: String) -> [String] {
    FigureScanner.figures(in: text).map { match in
      let scalars = Array(text.unicodeScalars)[match.range]
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test func sourceNarrative() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../LoadingTests/Fixtures/2021-disclosure.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "第一部分：2021年度部门预算情况说明"))
    let end = try #require(
      text.range(of: "第二部分、2021年部门预算表", range: start.upperBound..<text.endIndex))
    #expect(figures(String(text[start.lowerBound..<end.lowerBound])).count == 52)
  }

  @Test(arguments: [
    ("收入60,646,633.13元。", ["60,646,633.13元"]), ("增长9.45％", ["9.45％"]), ("５万元", ["５万元"]),
    ("1.5 亿元", ["1.5 亿元"]), ("19.7分", []), ("2021年", []), ("，-5元", ["-5元"]), ("3-5元", ["5元"]),
    ("12345热线10122756元", ["10122756元"]), ("1,23元", ["23元"]),
    ("123456789012345678901234567890元", []),
  ]) func notations(text: String, expected: [String]) {
    #expect(figures(text) == expected)
  }

  /// What each notation says, worked out by hand.
  @Test(arguments: [
    ("5.5千元", "5.5千元"), ("百分之五", "5%"), ("百分之十二点五", "12.5%"), ("百分之一百二十", "120%"),
    ("百分之百", "100%"), ("百分之零点零八", "0.08%"), ("百分之5.85", "5.85%"),
    ("¥1,234.00元", "1234.00元"), ("￥1,234.00", "1234.00元"), ("¥ 56万元", "56万元"), ("¥56万", "56万元"),
    ("-¥5元", "-5元"), ("¥-5元", "-5元"), ("￥三万元", "3万元"),
    ("三万元", "3万元"), ("五十六万元", "56万元"), ("十万元", "10万元"), ("两千三百万元", "2300万元"),
    ("一亿二千三百万元", "12300万元"), ("三万亿元", "30000亿元"), ("十二点五万元", "12.5万元"),
    ("三点零六亿元", "3.06亿元"), ("三点五千元", "3.5千元"), ("三千元", "3千元"), ("五千六百元", "5600元"), ("三百零五元", "305元"),
    ("一万零五十元", "10050元"), ("三十五万六千七百八十九元", "356789元"), ("零元", "0元"),
    ("叁拾伍万元", "35万元"), ("一百十五元", "115元"),
    ("1亿2345.67万元", "12345.67万元"), ("1亿2,345万元", "12345万元"), ("三万2345.67元", "32345.67元"),
    ("¥5万5千元", "55000元"), ("¥1亿2345.67万元", "12345.67万元"),
    ("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78元"), ("叁拾元柒角", "30.70元"), ("二十元零五分", "20.05元"),
    ("3万5千元", "35000元"), ("5千万元", "5000万元"), ("1亿2000万元", "12000万元"), ("3百元", "300元"),
  ]) func values(text: String, expected: String) throws {
    let expected = try #require(PrintedFigure(expected))
    #expect(PrintedFigure(text) == expected)
    #expect(PrintedFigure(text)?.number.scale == expected.number.scale)
    // The same among words that are no part of it.
    let found = FigureScanner.figures(in: "2021年，安排收入：\(text)，其中：")
    #expect(found.map(\.figure) == [expected])
    #expect(found.first?.range == 11..<(11 + text.unicodeScalars.count))
  }

  /// Words with the characters of numbers, guesses, and what could be read in two ways.
  @Test(arguments: [
    "一般公共预算", "万一", "一项", "“三公”经费", "“十四五”规划", "二〇二一年", "二〇二一元旦", "一元化领导",
    "三元桥", "二元结构", "单位：万元", "以千元计", "几十万元", "数十万元", "十几万元", "三十余万元", "上百万元", "近百元",
    "两三万元", "三万五元", "一百五元", "五万多元", "多元", "公元", "三零零万元", "三百零元", "千万元", "十百元",
    "一万二万元", "点五元", "百分之几", "三百分之一", "百分之5点5", "1.2万5千元", "三万2元", "正月十五元宵节", "一百元件", "第二十元首会议",
    "十二万三千元旦", "百分之三五", "百分点", "百分之", "百分之五万", "百分之五点", "¥", "￥元", "¥5千人",
  ]) func noFigures(text: String) {
    #expect(figures(text).isEmpty)
  }

  @Test func severalInASentence() {
    #expect(
      figures("支出三万元，比上年￥25,000.00增加五千元，增长百分之二十；其中3.5千元占百分之十一点六七。")
        == ["三万元", "￥25,000.00", "五千元", "百分之二十", "3.5千元", "百分之十一点六七"])
    #expect(figures("-三万元") == ["-三万元"])
    #expect(figures("重点五十万元、统一三十元") == ["五十万元"])
  }

  /// A megabyte of what might be part of a figure.
  @Test(arguments: [
    ("一", 0), ("百", 0), ("¥", 0), ("3万", 0), ("点", 0), ("三万元", 200_000), ("5元", 200_000),
    ("1亿2.5万元", 0),
    // 百分之百, and 分之 is left.
    ("百分之", 100_000),
  ]) func longTexts(part: String, count: Int) {
    let text = String(repeating: part, count: 200_000)
    #expect(FigureScanner.figures(in: text).count == count)
  }
}
