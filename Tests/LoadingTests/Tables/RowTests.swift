import Budget
import Testing

@testable import Loading

@Suite struct RowTests {
  @Test func keepsWhatTheFileSays() throws {
    let loaded = Loaded(
      FormFixture.plain, "item,amount\r\n　甲 ,\"1,200.5\"\r\n乙,——\r\n丙,\r\n\"丁\r\n戊\",0.00\r\n,\r\n")
    #expect(loaded.places.isEmpty)
    let cells = loaded.table.rows
    #expect(cells.map { $0[0].text } == ["甲", "乙", "丙", "丁\n戊"])
    #expect(cells.map { $0[1].text } == ["1,200.5", "——", "", "0.00"])
    #expect(cells.map { $0[1].value?.description } == ["1200.5", nil, nil, "0.00"])
    #expect(loaded.table.position(row: 0, column: 0).column == 2)
    #expect(loaded.table.position(row: 3, column: 1).line == 6)
    #expect(loaded.table.presence == .filled)
  }

  @Test func readsCodesThatASpreadsheetWrapped() {
    let loaded = Loaded(
      FormFixture.expenditure,
      "code,name,total,basic\n\"=\"\"201\"\"\",甲,1,\n'20103,乙,1,\n２０１０３５０,丙,1,\n总计,,1,\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == ["201", "20103<201", "2010350<20103", "total"])
  }

  @Test func acceptsShortRowsOnlyInBlocks() {
    let header = "code,name,total,basic\n"
    #expect(Loaded(FormFixture.expenditure, header + "201,甲,1\n202,乙,1\n总计,,2\n").places.isEmpty)
    #expect(
      Loaded(FormFixture.expenditure, header + "201,甲,1\n202,乙,1,\n总计,,2\n").places
        == ["2:1 csv-ragged-row", "4:1 csv-ragged-row"])
  }

  /// 总计 and its amount are cells 1 and 3 of 4; what the commas make of them was counted by hand.
  @Test(arguments: [
    ("总计,,60,646,633.13,1.00", "2:5", "有 6 个单元格，表头只有 4 个。其中“60,646,633.13”是"),
    // Nothing stands beyond the header, and the amounts would be read under other titles.
    ("总计,,1,234.50,", "2:5", "有 5 个单元格，表头只有 4 个。其中“1,234.50”是"),
    ("总计,,-1,234.50,2,000.00", "2:5", "“-1,234.50”、“2,000.00”是带千分位逗号的金额"),
    ("总计,,1,234.50,3.00,,", "2:5", "“1,234.50”是"),
    ("总计,,1,234,5,678", "2:5", "“1,234”、“5,678”是带千分位逗号的金额"),
    // Whole numbers beside each other, and other things too many.
    ("总计,,60,646,633.13,1.00,9", "2:12", "有 7 个单元格，表头只有 4 个。金额里有逗号的"),
    ("总计,,1,23.00,4", "2:13", "金额里有逗号的"), ("总计,,\"1\",234.00,4", "2:16", "金额里有逗号的"),
    ("总计,,1,234,", nil, nil),
  ]) func unquotedThousandsSeparators(row: String, place: String?, words: String?) {
    let loaded = Loaded(FormFixture.expenditure, "code,name,total,basic\n\(row)\n")
    let findings = loaded.findings.filter { $0.rule == "csv-ragged-row" }
    #expect(findings.count == (place == nil ? 0 : 1))
    guard let finding = findings.first, let place, let words else { return }
    #expect("\(finding.position.line):\(finding.position.column)" == place)
    #expect(finding.message.contains(words))
  }

  /// A row with as many cells as the header, because its last one is missing: the other amounts of
  /// the column tell whether it is one amount or two.
  @Test(arguments: [
    ("5.00|7.25|0.00", "总计,,1,234.50", true), ("5.00|7.25|0.00", "总计,,-1,234.50", true),
    ("5.00|7.25|0.00||-", "总计,, 1,234.50", true), ("5.00|7.25|\"1,000.00\"", "总计,,1,234.50", true),
    // Other decimals, fewer digits, quotes, nothing that tells.
    ("5.00|7.25|0.00", "总计,,1,234.5", false), ("5.00|7.25|0.00", "总计,,1,23.50", false),
    ("5.00|7.25|0.00", "总计,,1,\"234.50\"", false), ("5.00|7.25|0.00", "总计,,0,234.50", false),
    ("5.00|7.25|0.00", "总计,,1,234", false), ("5.00|7.25|0.00", "总计,,1.00,234.50", false),
    ("5.00|7.25|0", "总计,,1,234.50", false), ("5.00|7.2|0.00", "总计,,1,234.50", false),
    ("5.12|7.25|6.34", "总计,,1,234.50", false), ("5.00|7.25", "总计,,1,234.50", false),
    ("5|7|9", "总计,,12,345", false), ("5|7|9", "总计,,12,345.67", false),
  ]) func unquotedThousandsSeparatorsInARowOfTheRightLength(
    amounts: String, row: String, isTold: Bool
  ) {
    let rows = amounts.split(separator: "|", omittingEmptySubsequences: false).enumerated()
      .map { "20\($0 + 1),甲,\($1),\n" }
    let file = "code,name,total,basic\n" + rows.joined() + row + "\n"
    let found = Loaded(FormFixture.expenditure, file).findings
    #expect(found.count == (isTold ? 1 : 0), "\(found)")
    #expect(found.allSatisfy { $0.rule == "amount-split" && $0.severity == .warning })
  }

  /// The last cell before 备注 is missing: 234.50 would stand under 备注, were it not the next amount.
  @Test func amountsBeforeWordsAreNotSuspected() {
    let columns = FormFixture.expenditure.columns + [Column(id: "note", title: "备注", kind: .text)]
    let form = FormFixture.list(columns: columns, listing: FormFixture.expenditure.listings[0])
    let header = "code,name,total,basic,note\n201,甲,1.00,,\n202,乙,2.00,,\n203,丙,3.00,,\n"
    let places = { (row: String) in Loaded(form, header + row + "\n总计,,9.00,,\n").places }
    #expect(places("204,丁,1,234.50,") == ["5:7 amount-split"])
    #expect(places("204,丁,1,234.50,含上年结转") == [])
    let sides = "收入/项目,收入/预算金额,支出/项目,支出/预算金额\n甲,1.00,丙,\n乙,2.00,丁,\n丙,3.00,戊,\n"
    #expect(
      !Loaded(FormFixture.twoSided, sides + "丁,1,234.50,\n").places.contains {
        $0.hasSuffix("amount-split")
      })
  }

  /// The error is told once, and the amounts are what was meant, each in its column.
  @Test func splitAmountsAreReadAsTheyWereMeant() {
    let header = "code,name,total,basic\n"
    let loaded = Loaded(
      FormFixture.expenditure,
      header + "201,甲,1,234.50,-2,000\n202,乙,60,646,633.13,\n总计,,\"60,647,867.63\",-2000\n")
    #expect(loaded.places == ["2:7 csv-ragged-row", "3:7 csv-ragged-row"])
    let rows = loaded.table.rows
    #expect(rows.map { $0[2].value?.description } == ["1234.50", "60646633.13", "60647867.63"])
    #expect(rows.map { $0[3].value?.description } == ["-2000", nil, "-2000"])
    #expect(rows.map { $0[2].text } == ["1,234.50", "60,646,633.13", "60,647,867.63"])
    #expect(loaded.table.position(row: 0, column: 3).column == 16)
  }

  /// A tab is no thousands separator, so numbers beside each other are just that.
  @Test func numbersBetweenTabsAreNoSplitAmount() {
    let loaded = Loaded(
      FormFixture.expenditure, "code\tname\ttotal\tbasic\n总计\t\t1\t234.50\t3.00\n")
    let finding = loaded.findings.first { $0.rule == "csv-ragged-row" }
    #expect(finding?.message.contains("千分位") == false)
  }

  /// Excel pads all rows where a column beyond the last was once touched, the header too.
  @Test func numbersBesideEachOtherUnderAPaddedHeader() {
    let header = "code,name,total,basic,,"
    let plain = Loaded(FormFixture.expenditure, header + "\n总计,,5,234.50,,\n")
    #expect(!plain.places.contains { $0.hasSuffix("csv-ragged-row") })
    let split = Loaded(FormFixture.expenditure, header + "\n总计,,5,234.50,1.00,,\n")
    #expect(split.places.contains("2:5 csv-ragged-row"))
  }

  @Test func namesTheWrongCharacterWithinItsCell() {
    let loaded = Loaded(FormFixture.plain, "item,amount\n甲,\" 6O.0\"\n")
    #expect(loaded.places == ["2:6 amount-character"])
    #expect(loaded.findings[0].message.contains("“金额”列"))
  }

  @Test func listsFindingsOnlyUpToTheLimit() {
    var limits = TableLimits()
    limits.findings = 3
    let rows = (1...9).map { "第\($0)行,x\n" }.joined()
    let loaded = Loaded(FormFixture.plain, "item,amount\n" + rows, limits: limits)
    #expect(
      loaded.places == [
        "2:5 amount-character", "3:5 amount-character", "4:5 amount-character",
        "4:5 too-many-findings",
      ])
    #expect(loaded.findings[3].message.contains("还有 6 处错误"))
  }

  @Test func readsAHugeTableOnlyUpToTheLimit() {
    var limits = TableLimits()
    limits.rows = 4
    let rows = (1...9).map { "r\($0),1\n" }.joined()
    let loaded = Loaded(FormFixture.plain, "item,amount\n" + rows, limits: limits)
    #expect(loaded.places == ["6:1 file-too-large"])
    #expect(loaded.table.rows.count == 4)
  }
}
