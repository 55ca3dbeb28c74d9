import Budget
import Testing

@testable import Comparing

/// Where several tables or columns share a name, the first of them counts, in every run.
@Suite struct SameNamesTests {
  private func table(
    _ id: String, number: String, columns: [PublishedColumn] = [], rows: [PublishedRow] = []
  ) -> PublishedTable {
    PublishedTable(
      id: id, number: number, title: id, subtitle: "", unit: "元", note: nil, absence: nil,
      columns: columns, rows: rows)
  }

  private let places = 1...12

  @Test func tablesThatHadOneNumber() {
    let pairs = TablePairs(
      old: places.map { table("t\($0)", number: "表一") },
      new: places.map { table("t\($0)", number: "表\($0 + 100)") }, years: YearPair(2021, 2021))
    #expect(pairs.oldNames.renamed("表一 合计等于各行之和") == "表101 合计等于各行之和")
  }

  @Test func columnsWithOneID() throws {
    let old = places.map { PublishedColumn(id: "c\($0)", title: "第\($0)栏", side: "") }
    let new = places.map { PublishedColumn(id: "same", title: "第\($0)栏", side: "") }
    func row(_ column: String) -> PublishedRow {
      PublishedRow(
        side: "", key: "total", label: "合计", level: nil,
        cells: [PublishedCell(column: column, text: "1", value: ExactDecimal(1))])
    }
    let pairs = TablePairs(
      old: [table("t", number: "", columns: old, rows: [row("c1")])],
      new: [table("t", number: "", columns: new, rows: [row("same")])], years: YearPair(2021, 2021))
    let pair = try #require(pairs.pairs[0])
    let place = Place(report: "2021", reportTitle: "预算")
    #expect(
      RowComparison(
        old: pair.old.rows[0], new: pair.new.rows[0], pair: pair, place: place,
        years: YearPair(2021, 2021)
      ).changes().isEmpty)
    let cell = CellName(table: "t", row: "total", column: "same")
    #expect(pairs.oldNames[cell].column == "c1")
  }
}
