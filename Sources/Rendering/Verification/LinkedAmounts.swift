import Budget

/// The amounts of cells with their links, as a list of checks shows them: each is made when it is
/// first shown and copied from then on, since most cells take part in several checks.
struct LinkedAmounts {
  private let links: CellLinks
  /// Where each table's cells begin in ``places``, and how many there are in a row.
  private let tables: [(start: Int, columns: Int)]
  /// For each cell the place in ``made``; empty if it was not shown yet.
  private var places: [Range<Int>]
  private var made: HTMLBuffer

  /// The amounts of `report`.
  init(_ report: Report, links: CellLinks) {
    var tables: [(start: Int, columns: Int)] = []
    var cells = 0
    for table in report.tables {
      let columns = table.form.columns.count
      tables.append((cells, columns))
      cells += table.rows.count * columns
    }
    self.links = links
    self.tables = tables
    places = Array(repeating: 0..<0, count: cells)
    made = HTMLBuffer(capacity: 32_768)
  }

  /// Appends a cell's amount with its unit, linked to the cell, behind `sign`.
  mutating func append(
    _ cell: CellAddress, after sign: StaticString, into html: inout HTMLBuffer
  ) {
    let table = tables[cell.table]
    let place = table.start + cell.row * table.columns + cell.column
    if places[place].isEmpty {
      places[place] = made.range { links.amount(cell, into: &$0) }
    }
    let range = places[place]
    html.append(atMost: sign.utf8CodeUnitCount + range.count) { html in
      html.raw(sign)
      html.markup(range, of: made.bytes)
    }
  }
}
