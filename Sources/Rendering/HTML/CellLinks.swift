import Budget

/// The links to a report's cells as seen from its other pages. A cell is linked from many places,
/// so what its row and its column add to the link is written once.
struct CellLinks {
  private let report: Report
  /// For each table, list and entry `<a href="revenue.html#2120101`.
  private let rows: [[[[UInt8]]]]
  /// For each table and column `.basic">`.
  private let columns: [[[UInt8]]]

  init(_ report: Report) {
    self.report = report
    rows = report.tables.map { table in
      table.listings.map { listing in
        listing.entries.map { Self.opening(table, key: $0.key) }
      }
    }
    columns = report.tables.map { table in
      table.form.columns.map { column in
        var html = HTMLBuffer(capacity: 32)
        html.raw(".")
        html.text(column.id)
        html.raw("\">")
        return html.bytes
      }
    }
  }

  private static func opening(_ table: Table, key: String) -> [UInt8] {
    var html = HTMLBuffer(capacity: 64)
    html.raw("<a href=\"")
    html.text(table.form.id)
    html.raw(".html#")
    html.text(LinkFragment.encoded(key))
    return html.bytes
  }

  /// Appends the opening tag of a link to a cell.
  func open(_ address: CellAddress, into html: inout HTMLBuffer) {
    let table = report.tables[address.table]
    let listing = table.form.columns[address.column].listing
    if let entry = table.listings[listing].index(ofRow: address.row) {
      html.markup(rows[address.table][listing][entry])
    } else {
      html.markup(Self.opening(table, key: ""))
    }
    html.markup(columns[address.table][address.column])
  }

  /// Appends a cell's amount with its unit, linked to the cell; （空） for a blank cell.
  func amount(_ address: CellAddress, into html: inout HTMLBuffer) {
    open(address, into: &html)
    let table = report.tables[address.table]
    if let value = table.rows[address.row].cells[address.column].value {
      html.amount(value)
      html.text(table.form.unit.rawValue)
    } else if table.rows[address.row].cells[address.column].isBlank {
      html.raw("（空）")
    } else {
      html.text(table.rows[address.row].cells[address.column].text)
    }
    html.raw("</a>")
  }
}
