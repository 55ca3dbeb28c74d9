/// The rows of a table, each with one cell for each column of the form. The cells of all rows lie one
/// behind the other, in one piece of memory.
public struct Rows: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// How many cells a row has; at least 1.
  public let width: Int

  /// No rows yet, of `width` cells each.
  public init(width: Int) {
    cells = []
    self.width = Swift.max(width, 1)
  }

  /// Rows of the same length.
  public init(_ rows: [[Cell]]) {
    self.init(width: rows.first?.count ?? 1)
    for row in rows {
      precondition(row.count == width)
      cells += row
    }
  }

  /// Rows of the same length.
  public init(arrayLiteral rows: [Cell]...) { self.init(rows) }

  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// Behind the last whole row.
  @inlinable public var endIndex: Int { cells.count / width }

  /// A row.
  public subscript(row: Int) -> Row { Row(cells: cells, place: place(of: row)) }

  /// A cell.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * width + column] }
    set { cells[row * width + column] = newValue }
  }

  /// A cell's amount, without a copy of the cell.
  @inlinable public func value(row: Int, column: Int) -> ExactDecimal? {
    cells.span[row * width + column].value
  }

  /// A cell's text, without a copy of the cell.
  @inlinable public func text(row: Int, column: Int) -> String {
    cells.span[row * width + column].text
  }

  /// Whether a cell is blank, without a copy of the cell.
  @inlinable public func isBlank(row: Int, column: Int) -> Bool {
    cells.span[row * width + column].isBlank
  }

  /// Where a row's cells lie in ``cells``.
  @inlinable public func place(of row: Int) -> Range<Int> { row * width..<(row + 1) * width }

  /// Appends a cell to the row that is not whole yet.
  public mutating func append(_ cell: consuming Cell) { cells.append(cell) }
}

/// A row of a table, by the indices of the form's columns.
public struct Row: Sendable, RandomAccessCollection {
  private let cells: [Cell]
  private let place: Range<Int>

  fileprivate init(cells: [Cell], place: Range<Int>) {
    self.cells = cells
    self.place = place
  }

  /// The first column.
  public var startIndex: Int { 0 }
  /// Behind the last column.
  public var endIndex: Int { place.count }
  /// The cell in a column.
  public subscript(column: Int) -> Cell { cells[place.lowerBound + column] }
}
