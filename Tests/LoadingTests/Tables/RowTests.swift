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
