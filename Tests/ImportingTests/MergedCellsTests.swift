import Testing

@testable import Importing

/// Merged cells that overlap, as no program makes them.
struct MergedCellsTests {
  private func cell(_ row: Int, _ column: Int, over rows: Int, _ columns: Int) -> Grid.Cell {
    Grid.Cell(
      text: "字", row: row, column: column, rowSpan: rows, columnSpan: columns,
      place: Place(file: "a.xlsx", within: ""))
  }

  /// The second cell wants rows 1 to 3 and columns 0 to 2, of which the first has column 2 in row 1,
  /// and the third lies under the first.
  @Test func theFirstKeepsItsPlaces() {
    let grid = Grid(
      cells: [cell(0, 2, over: 2, 2), cell(1, 0, over: 3, 3), cell(1, 3, over: 1, 1)],
      knowsSpans: true)
    let owners = (0..<4).map { row in (0..<4).map { grid.owner(row: row, column: $0) } }
    #expect(
      owners == [[nil, nil, 0, 0], [1, 1, 0, 0], [1, 1, nil, nil], [1, 1, nil, nil]])
    #expect(grid.cells.map(\.rowSpan) == [2, 3, 1])
    #expect(grid.cells.map(\.columnSpan) == [2, 2, 1])
    #expect(grid.filled(inRow: 1) == [1])
    #expect(grid.cells.count == 3)
  }

  /// Each cell wants all that is right of it and below. Going over all their places would take
  /// thousands of millions of steps.
  @Test(arguments: [true, false])
  func asManyAsThereAreColumns(isStaircase: Bool) {
    let size = 2000
    let cells = (0..<size).map { index in
      let (row, column) = isStaircase ? (index, size - 1 - index) : (0, index)
      return cell(row, column, over: size - row, size - column)
    }
    let grid = Grid(cells: cells, knowsSpans: true)
    #expect(grid.owner(row: size - 1, column: size - 1) == 0)
    #expect(grid.cells[1].columnSpan == (isStaircase ? 1 : size - 1))
  }

  /// Every row is hidden, and every cell is merged over all of them.
  @Test func everyRowHidden() throws {
    let height = 20_000
    let rows = (1...height).map {
      "<row r=\"\($0)\" hidden=\"1\"><c r=\"A\($0)\"><v>1</v></c></row>"
    }
    let merges = (1...height).map { "<mergeCell ref=\"A\($0):B\(height)\"/>" }
    let sheet =
      "<worksheet><sheetData>" + rows.joined()
      + "<row><c><v>2</v></c></row></sheetData><mergeCells>"
      + merges.joined() + "</mergeCells></worksheet>"
    let reader = SheetReader(name: "一", file: "a.xlsx", strings: [], styles: WorkbookStyles(nil))
    let grids = try reader.grids(try #require(MarkupElement.parse(Array(sheet.utf8))))
    #expect(grids.shown?.cells.map(\.text) == ["2"])
    #expect(grids.hidden?.cells.count == height)
  }

  @Test(arguments: [
    (0...0, false), (1...1, true), (1...3, true), (1...4, false), (3...3, true), (4...4, false),
    (9...9, true), (9...10, false),
  ])
  func hiddenColumns(columns: ClosedRange<Int>, isHidden: Bool) throws {
    let root = try #require(
      MarkupElement.parse(
        Array(
          """
          <worksheet><cols><col min="10" max="10" hidden="1"/><col min="3" max="4" hidden="1"/>\
          <col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols></worksheet>
          """.utf8)))
    let lines = HiddenLines(root, rows: [])
    #expect(lines.hide(rows: 0...0, columns: columns) == isHidden)
  }
}
