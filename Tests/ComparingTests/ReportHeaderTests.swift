import Testing

@testable import Comparing

@Suite struct ReportHeaderTests {
  /// Years that a report may have, as the content has them, are years; other numbers are words.
  @Test(arguments: [
    ("2021年度", 2021), ("1949年度", 1949), ("2199年度", 2199), ("1948年度", nil), ("2200年度", nil),
    ("-5年度", nil), ("+2021年度", nil), ("02021年度", nil), ("9223372036854775807年度", nil),
    ("年度", nil),
  ])
  func theYearOfAReport(words: String, year: Int?) throws {
    let header = ReportHeader(
      try MarkupReader.page(
        Array("<html><p class='report-meta'>某局 · 三处 · \(words)</p></html>".utf8)))
    #expect(header.fiscalYear == year)
    #expect(header.department == (year == nil ? "某局 · 三处 · \(words)" : "某局 · 三处"))
  }

  @Test func yearsThatAreNoneAreCompared() throws {
    let changes = try changes(
      from: SmallReport(meta: "某局 · -5年度", narrative: "<p>2021年收入。</p>"),
      to: SmallReport(meta: "某局 · 9223372036854775807年度", narrative: "<p>2021年收入。</p>"))
    #expect(changes.map(\.aspect) == ["部门"])
  }
}
