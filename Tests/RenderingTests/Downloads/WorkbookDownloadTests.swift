import Budget
import Testing

@testable import Rendering

struct WorkbookDownloadTests {
  /// The workbook's bytes as text: its parts are stored as they are.
  private func workbook(_ tables: Table...) -> String {
    let fixture = tables.reduce(DownloadFixture()) { $0.table($1) }
    return WorkbookDownload(report: fixture.report()).render()?.text ?? ""
  }

  @Test func amountsAreNumbersAndOtherCellsText() {
    let text = workbook(TableFixture.sample.build())
    #expect(text.contains("<sheet name=\"表三 支出表\""))
    #expect(text.contains("><v>1234567.50</v></c>"))
    #expect(text.contains("t=\"inlineStr\"><is><t>201</t>"))
    #expect(text.contains("<is><t>=办公</t></is>"))
    #expect(text.contains("quotePrefix=\"1\""))
    #expect(text.contains("<is><t>-</t></is>"))
    #expect(!text.contains("<f>"))
  }

  @Test(arguments: [
    ("999999999999999", 15), ("9999999999999.99", 15), ("99999999999999.99", 16),
    ("99999999999999.90", 15), ("1000000000000000000", 1), ("-123456789012345678", 18), ("0", 15),
  ]) func digitsAreCountedWithoutZerosAtTheEnds(text: String, expected: Int) throws {
    let value = try #require(ExactDecimal(text))
    // Below the limit the exact count does not matter.
    #expect(WorkbookAmount.significantDigits(value) == expected)
  }

  @Test func amountsTooLongForABinaryNumberAreText() {
    let table = TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .column("amount", "金额", .amount).row("1", "甲", "99999999999999.99")
      .row("2", "乙", "9999999999999.99").row("3", "丙", "0.12345").build()
    let text = workbook(table)
    #expect(text.contains("<t>99,999,999,999,999.99</t>"))
    #expect(text.contains("<v>9999999999999.99</v>"))
    #expect(text.contains("<v>0.12345</v>") && text.contains("formatCode=\"#,##0.00000\""))
  }

  @Test func headersOfSeveralRowsAreMerged() {
    let table = TableFixture().column("code", "编码", .code, under: "科目")
      .column("name", "名称", .label, under: "科目").column("amount", "金额", .amount)
      .with { $0.header = [.group(title: "科目", [.column(0), .column(1)]), .column(2)] }
      .row("1", "甲", "5").build()
    let text = workbook(table)
    #expect(
      text.contains(
        "<mergeCells count=\"3\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:B3\"/>"
          + "<mergeCell ref=\"C3:C4\"/></mergeCells>"))
    #expect(text.contains("xSplit=\"2\" ySplit=\"4\" topLeftCell=\"C5\""))
    #expect(text.contains("'表三 支出表'!$3:$4</definedName>"))
  }

  @Test func aTableThatIsMissingSaysSo() {
    let text = workbook(TableFixture(presence: .absent("原文未附")).build())
    #expect(text.contains("<t>原文未附</t>") && !text.contains("单位"))
  }

  @Test func wordsTooLongForACellAreCutAndSaySo() {
    let long = String(repeating: "长𠮷", count: 12_000)
    #expect(long.fittingCell.utf16.count <= 32_767)
    #expect(long.fittingCell.hasSuffix("全文见网页和 CSV）"))
    #expect(!long.fittingCell.unicodeScalars.contains("\u{FFFD}"))
    #expect("短".fittingCell == "短")
  }

  @Test(arguments: [
    ("", 20.0, 1), ("一二三四五六七八九", 20.0, 1), ("一二三四五六七八九十", 20.0, 2),
    ("a\nb\n", 20.0, 3), ("abc", 1.0, 2),
  ]) func linesAreCountedByWidth(words: String, width: Double, expected: Int) {
    #expect(TextWidth(words).lines(in: width) == expected)
  }
}
