import Budget

/// The links to a report's cells as seen from its other pages. A cell is linked from many places,
/// so what its row and its column add to the link is written once.
struct CellLinks {
  private let report: Report
  /// What all links are put together from, one piece behind the other.
  private let markup: [UInt8]
  private let tables: [TablePieces]
  /// For each table's rows, and for each list in a row, `<a href="revenue.html#2120101`.
  private let rows: [Range<Int>]
  /// For each table's columns the list and `.basic">`.
  private let columns: [(list: Int, tag: Range<Int>)]

  private struct TablePieces {
    let lists: Int
    /// Where the table's rows and columns begin in the arrays above.
    let rows: Int
    let columns: Int
    let unit: Range<Int>
    /// Where in a row's piece `#` stands.
    let fragment: Int
  }

  /// The links to the cells of `report`, whose tables' forms may be known already.
  init(_ report: Report, _ parts: [FormParts]? = nil) {
    let count = report.tables.reduce(0) { $0 + $1.rows.count * $1.listings.count }
    var html = HTMLBuffer(capacity: 64 * (count + 256))
    var tables: [TablePieces] = []
    var rows: [Range<Int>] = []
    var columns: [(list: Int, tag: Range<Int>)] = []
    tables.reserveCapacity(report.tables.count)
    rows.reserveCapacity(count)
    columns.reserveCapacity(report.tables.reduce(0) { $0 + $1.form.columns.count })
    for (index, table) in report.tables.enumerated() {
      let form = parts?[index].links ?? LinkParts(table.form)
      let shared = html.bytes.count
      html.markup(form.pieces)
      tables.append(
        TablePieces(
          lists: table.listings.count, rows: rows.count, columns: columns.count,
          unit: form.unit.moved(by: shared), fragment: form.fragment))
      for column in form.columns {
        columns.append((list: column.list, tag: column.tag.moved(by: shared)))
      }
      let listings = table.listings.span
      var next = Array(repeating: 0, count: listings.count)
      for row in table.rows.indices {
        for list in listings.indices {
          let start = html.bytes.count
          html.markup(form.opening, of: form.pieces)
          let entries = listings[list].entries.span
          if next[list] < entries.count, entries[next[list]].row == row {
            html.fragment(entries[next[list]].key)
            next[list] += 1
          }
          rows.append(start..<html.bytes.count)
        }
      }
    }
    self.report = report
    self.tables = tables
    self.rows = rows
    self.columns = columns
    markup = html.bytes
  }

  /// What the link to a cell is made of: `<a href="revenue.html#2120101` and `.basic">`.
  private func pieces(of cell: CellAddress) -> (row: Range<Int>, column: Range<Int>) {
    let table = tables[cell.table]
    let column = columns[table.columns + cell.column]
    return (rows[table.rows + cell.row * table.lists + column.list], column.tag)
  }

  /// Appends the opening tag of a link to a cell.
  func open(_ cell: CellAddress, into html: inout HTMLBuffer) {
    let (row, column) = pieces(of: cell)
    html.markup(row, of: markup)
    html.markup(column, of: markup)
  }

  /// Appends the opening tag of a link to a cell of the page that it stands on.
  func openHere(_ cell: CellAddress, into html: inout HTMLBuffer) {
    let (row, column) = pieces(of: cell)
    html.raw("<a href=\"")
    html.markup(row.dropFirst(tables[cell.table].fragment), of: markup)
    html.markup(column, of: markup)
  }

  /// The link that ``open(_:into:)`` writes.
  func address(of cell: CellAddress) -> String {
    let (row, column) = pieces(of: cell)
    // Without `<a href="` before it and `">` behind it.
    var bytes = Array(markup[row.dropFirst(9)])
    bytes.append(contentsOf: markup[column.dropLast(2)])
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a cell's name in the words of the form: `部门支出总体情况表［行政运行］基本支出`.
  func name(of address: CellAddress, into html: inout HTMLBuffer) {
    let form = report.tables[address.table].form
    let listing = form.columns[address.column].listing
    html.text(form.title)
    html.raw("［")
    if let entry = report.tables[address.table].listings[listing].index(ofRow: address.row) {
      html.text(report.tables[address.table].listings[listing].entries[entry].name)
    }
    html.raw("］")
    for (place, title) in form.columns[address.column].path.enumerated() {
      if place > 0 { html.raw("/") }
      html.text(title)
    }
  }

  /// Appends a cell's amount with its unit, linked to the cell; （空） for a blank cell.
  func amount(_ cell: CellAddress, into html: inout HTMLBuffer) {
    guard let value = report.tables[cell.table].rows.value(row: cell.row, column: cell.column)
    else {
      open(cell, into: &html)
      words(cell, into: &html)
      return html.raw("</a>")
    }
    let (row, column) = pieces(of: cell)
    let unit = tables[cell.table].unit
    let tags = row.count + column.count + unit.count + 4
    html.append(atMost: tags + value.notationRoom) { html in
      html.markup(row, of: markup)
      html.markup(column, of: markup)
      value.append(grouped: true, to: &html)
      html.markup(unit, of: markup)
      html.raw("</a>")
    }
  }

  /// Appends a cell's amount with its unit; （空） for a blank cell.
  func value(_ cell: CellAddress, into html: inout HTMLBuffer) {
    guard let value = report.tables[cell.table].rows.value(row: cell.row, column: cell.column)
    else {
      return words(cell, into: &html)
    }
    html.amount(value)
    html.markup(tables[cell.table].unit, of: markup)
  }

  /// Appends what stands in a cell without an amount.
  private func words(_ cell: CellAddress, into html: inout HTMLBuffer) {
    let text = report.cell(at: cell).text
    html.text(text.isEmpty ? "（空）" : text)
  }
}

/// What all links to the cells of a form's tables have in common.
struct LinkParts {
  /// What the others are parts of.
  let pieces: [UInt8]
  /// `<a href="revenue.html#`
  let opening: Range<Int>
  /// Where in it `#` stands.
  let fragment: Int
  /// The unit behind an amount.
  let unit: Range<Int>
  /// For each column of the form its list and `.basic">`.
  let columns: [(list: Int, tag: Range<Int>)]

  init(_ form: Form) {
    var html = HTMLBuffer(capacity: 256)
    opening = html.range { html in
      html.raw("<a href=\"")
      html.text(form.id)
      html.raw(".html#")
    }
    fragment = opening.count - 1
    unit = html.range { $0.text(form.unit.rawValue) }
    columns = form.columns.map { column in
      let tag = html.range { html in
        html.raw(".")
        html.text(column.id)
        html.raw("\">")
      }
      return (list: column.listing, tag: tag)
    }
    pieces = html.bytes
  }
}
