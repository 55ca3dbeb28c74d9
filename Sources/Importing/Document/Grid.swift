/// A table as a grid: rows and columns with merged cells resolved.
struct Grid: Sendable {
  /// A cell of the file; a merged one counts once, where it begins.
  struct Cell: Sendable {
    /// The words as they stand, with their white space.
    let text: String
    /// The row that it begins in, from 0.
    let row: Int
    /// The column that it begins in, from 0.
    let column: Int
    /// How many rows it spans.
    let rowSpan: Int
    /// How many columns it spans.
    let columnSpan: Int
    /// How far the file indents the words besides their own white space, in half-width characters.
    let indentation: Int
    /// Whether it is a number as the file has it, not words.
    let isNumber: Bool
    /// Where it stands.
    let place: Place

    /// A cell out of its parts.
    init(
      text: String, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1,
      indentation: Int = 0, isNumber: Bool = false, place: Place
    ) {
      self.text = text
      self.row = row
      self.column = column
      self.rowSpan = max(1, rowSpan)
      self.columnSpan = max(1, columnSpan)
      self.indentation = indentation
      self.isNumber = isNumber
      self.place = place
    }

    /// Whether nothing is to be read in it.
    var isBlank: Bool { text.isBlankText }
  }

  /// The cells in reading order.
  let cells: [Cell]
  /// How many rows there are.
  let height: Int
  /// How many columns there are.
  let width: Int
  /// How many cells each row has of its own: in files without spans, fewer than ``width`` where
  /// cells were merged.
  let cellsInRow: [Int]
  /// Whether the file says which cells are merged.
  let knowsSpans: Bool
  /// The sheet's name, if it is one.
  let sheet: String?
  /// The columns with empty columns of the sheet before them, which are left out here.
  let gaps: [Int]
  private let owners: [[Int?]]

  /// The largest grid that is laid out; a larger one is a mistake of the file.
  static let maximumArea = 4_000_000

  /// The widest table that anybody could read; what is wider is kept, and not looked into.
  static let maximumTableWidth = 256

  /// A grid of `cells`, unless it would be too large to lay out.
  static func laidOut(
    _ cells: [Cell], knowsSpans: Bool, sheet: String? = nil, gaps: [Int] = [], file: String
  ) throws(ImportFailure) -> Grid {
    let height = cells.lazy.map { $0.row + $0.rowSpan }.max() ?? 0
    let width = cells.lazy.map { $0.column + $0.columnSpan }.max() ?? 0
    guard height.multipliedReportingOverflow(by: width).partialValue <= maximumArea,
      height <= maximumArea, width <= maximumArea
    else {
      let place = cells.first?.place.within ?? ""
      throw ImportFailure(
        .content, file: file, "\(place)的表格有 \(height) 行 \(width) 列，太大了，没有打开。请检查是不是放错了文件。")
    }
    return Grid(cells: cells, knowsSpans: knowsSpans, sheet: sheet, gaps: gaps)
  }

  /// A grid of `cells`, which must be in reading order. Where merged cells overlap, as no program
  /// makes them, the first keeps its places, and a later one the rectangle that is left to it.
  init(cells: [Cell], knowsSpans: Bool, sheet: String? = nil, gaps: [Int] = []) {
    let height = cells.map { $0.row + $0.rowSpan }.max() ?? 0
    let width = cells.map { $0.column + $0.columnSpan }.max() ?? 0
    var owners = Array(repeating: [Int?](repeating: nil, count: width), count: height)
    var counts = Array(repeating: 0, count: height)
    self.cells = cells.enumerated().map { index, cell in
      counts[cell.row] += 1
      return Self.place(cell, index, in: &owners)
    }
    self.height = height
    self.width = width
    self.owners = owners
    self.knowsSpans = knowsSpans
    self.sheet = sheet
    self.gaps = gaps
    cellsInRow = counts
  }

  /// Gives a cell its places, and returns it with the spans that it got.
  ///
  /// It stops at the first place that is taken, which is in its first row or in a row that is as
  /// long. So the work is that of the grid's area, however many cells want all of it.
  private static func place(_ cell: Cell, _ index: Int, in owners: inout [[Int?]]) -> Cell {
    let columns = cell.column..<(cell.column + cell.columnSpan)
    let free = columns.prefix { owners[cell.row][$0] == nil }
    // It lies under another cell, and owns nothing.
    guard !free.isEmpty else { return cell }
    let rows = (cell.row..<(cell.row + cell.rowSpan)).prefix { row in
      free.allSatisfy { owners[row][$0] == nil }
    }
    for row in rows {
      for column in free { owners[row][column] = index }
    }
    guard rows.count < cell.rowSpan || free.count < cell.columnSpan else { return cell }
    return Cell(
      text: cell.text, row: cell.row, column: cell.column, rowSpan: rows.count,
      columnSpan: free.count, indentation: cell.indentation, isNumber: cell.isNumber,
      place: cell.place)
  }

  /// The index of the cell that covers a place; `nil` where there is none.
  func owner(row: Int, column: Int) -> Int? {
    guard owners.indices.contains(row), owners[row].indices.contains(column) else { return nil }
    return owners[row][column]
  }

  /// The index of the cell that begins at a place.
  func anchor(row: Int, column: Int) -> Int? {
    guard let index = owner(row: row, column: column), cells[index].row == row,
      cells[index].column == column
    else { return nil }
    return index
  }

  /// The indices of the cells with words that begin in a row, from left to right.
  func filled(inRow row: Int) -> [Int] {
    guard owners.indices.contains(row) else { return [] }
    return owners[row].indices.compactMap { column in
      anchor(row: row, column: column).flatMap { cells[$0].isBlank ? nil : $0 }
    }
  }

  /// Whether a row has one cell with words, and these are a sentence.
  func isSentence(row: Int) -> Bool {
    let cells = filled(inRow: row)
    return cells.count == 1 && cells.allSatisfy { self.cells[$0].text.contains("。") }
  }

  /// The cells that begin in some rows and columns, as a grid of their own.
  func part(rows: Range<Int>, columns: Range<Int>) -> Grid {
    let own = cells.filter { rows.contains($0.row) && columns.contains($0.column) }.map { cell in
      Cell(
        text: cell.text, row: cell.row - rows.lowerBound, column: cell.column - columns.lowerBound,
        rowSpan: min(cell.rowSpan, rows.upperBound - cell.row),
        columnSpan: min(cell.columnSpan, columns.upperBound - cell.column),
        indentation: cell.indentation, isNumber: cell.isNumber, place: cell.place)
    }
    let inner = gaps.filter { columns.contains($0) && $0 > columns.lowerBound }
    return Grid(
      cells: own, knowsSpans: knowsSpans, sheet: sheet,
      gaps: inner.map { $0 - columns.lowerBound })
  }
}
