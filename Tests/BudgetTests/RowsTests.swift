import Budget
import Testing

@Suite("Rows")
struct RowsTests {
  private func cell(_ text: String) -> Cell { Cell(text: text, line: 1, column: 1) }

  @Test("are as many as there are whole rows of cells")
  func count() {
    var rows = Rows(width: 2)
    #expect(rows.isEmpty && rows.first == nil)
    rows.append(cell("甲"))
    #expect(rows.isEmpty)
    rows.append(cell("乙"))
    rows.append(cell("丙"))
    #expect(rows.indices == 0..<1)
  }

  @Test("give cells by row and column, and rows by column")
  func places() {
    var rows: Rows = [[cell("甲"), cell("1")], [cell("乙"), cell("2")], [cell("丙"), cell("3")]]
    #expect(rows[1, 0].text == "乙" && rows[2, 1].text == "3")
    #expect(rows.map { $0.map(\.text).joined() } == ["甲1", "乙2", "丙3"])
    #expect(rows[2].indices == 0..<2 && rows[2][1].text == "3")
    #expect(rows.cells[rows.place(of: 1)].map(\.text) == ["乙", "2"])
    rows[1, 1] = cell("5")
    #expect(rows.cells.map(\.text) == ["甲", "1", "乙", "5", "丙", "3"])
  }

  @Test("of a table without columns are none")
  func noColumns() {
    #expect(Rows(width: 0).count == 0)
  }
}
