import Testing

@testable import Comparing

@Suite struct WordsTests {
  @Test(arguments: [
    ("收入60,646,633.13元，减少5.85%。", ["收", "入", "60,646,633.13元", "，", "减", "少", "5.85%", "。"]),
    ("设16个科", ["设", "16", "个", "科"]),
    ("IT系统v2.0", ["IT", "系", "统", "v2.0"]),
    ("", []),
  ])
  func figuresNumbersAndLatinWordsAreOneWord(text: String, words: [String]) {
    #expect(Words.split(text) == words)
    #expect(Words.split(text).joined() == text)
  }

  @Test func aChangedAmountIsOneWord() {
    let changes = WordChange.between(
      "安排11413.45元接待费", "安排11413.46元公务接待费", years: YearPair(2021, 2021))
    #expect(
      changes == [
        WordChange(operation: .kept, text: "安排"),
        WordChange(operation: .removed, text: "11413.45元"),
        WordChange(operation: .added, text: "11413.46元公务"),
        WordChange(operation: .kept, text: "接待费"),
      ])
  }

  @Test func yearsMoveOnWithTheReport() {
    let years = YearPair(2021, 2022)
    #expect(years.oldKey("2020年预算数") == "2021年预算数")
    #expect(years.oldKey("1.2021年，2019个") == "1.2022年，2019个")
    #expect(YearPair(2021, 2021).oldKey("2020年") == "2020年")
    #expect(YearPair(nil, 2021).oldKey("2020年") == "2020年")
  }
}
