import Budget

extension HTMLBuffer {
  /// Appends the address of a cell as seen from another page of its report.
  mutating func link(to address: CellAddress, in report: Report) {
    let form = report.tables[address.table].form
    let listing = form.columns[address.column].listing
    text(form.id)
    raw(".html#")
    if let entry = report.tables[address.table].listings[listing].index(ofRow: address.row) {
      text(LinkFragment.encoded(report.tables[address.table].listings[listing].entries[entry].key))
    }
    raw(".")
    text(form.columns[address.column].id)
  }

  /// Appends a cell's amount with its unit, linked to the cell; （空） for a blank cell.
  mutating func linkedAmount(of address: CellAddress, in report: Report) {
    raw("<a href=\"")
    link(to: address, in: report)
    raw("\">")
    let cell = report.cell(at: address)
    if let value = cell.value {
      amount(value)
      text(report.tables[address.table].form.unit.rawValue)
    } else if cell.isBlank {
      raw("（空）")
    } else {
      text(cell.text)
    }
    raw("</a>")
  }
}
