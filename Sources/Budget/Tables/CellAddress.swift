/// Names one cell of a report.
public struct CellAddress: Sendable, Hashable, Comparable {
  /// The table's index in ``Report/tables``.
  public let table: Int
  /// The row's index in ``Table/rows``.
  public let row: Int
  /// The column's index in ``Form/columns``.
  public let column: Int

  /// The cell in `row` and `column` of `table`.
  public init(table: Int, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }

  /// Table, then row, then column.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.table, left.row, left.column) < (right.table, right.row, right.column)
  }
}

extension Table {
  /// The id of a cell within its page, made of its row's key and its column's id:
  /// `2120101.basic`. It stays the same as long as the key does, whatever the amount.
  ///
  /// `nil` for a cell of a side that has no entry in that row.
  public func cellID(row: Int, column: Int) -> String? {
    let columnForm = form.columns[column]
    guard let entry = listings[columnForm.listing].entry(ofRow: row) else { return nil }
    return entry.key + "." + columnForm.id
  }
}

extension Report {
  /// The cell with this address.
  public func cell(at address: CellAddress) -> Cell {
    tables[address.table].rows[address.row, address.column]
  }

  /// The cell's amount with its table's unit; `nil` where the cell has no value.
  public func amount(at address: CellAddress) -> Amount? {
    cell(at: address).value.map { Amount($0, tables[address.table].form.unit) }
  }

  /// Where in the content the cell stands.
  public func position(of address: CellAddress) -> SourcePosition {
    tables[address.table].position(row: address.row, column: address.column)
  }

  /// The cell's link from another page of the report: `expenditure.html#2120101.basic`.
  public func link(to address: CellAddress) -> String {
    let table = tables[address.table]
    let id = table.cellID(row: address.row, column: address.column) ?? ""
    return table.form.id + ".html#" + id
  }

  /// The cell's name in the words of the form: `部门支出总体情况表［行政运行］基本支出`.
  public func name(of address: CellAddress) -> String {
    let table = tables[address.table]
    let column = table.form.columns[address.column]
    let entry = table.listings[column.listing].entry(ofRow: address.row)
    return table.form.title + "［" + (entry?.name ?? "") + "］" + column.path.joined(separator: "/")
  }
}
