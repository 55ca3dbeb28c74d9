import Budget

/// The body and foot of a table laid out as a grid: list, two-sided statement or wide table.
struct GridBody {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells

  /// Appends `<tbody>` with the items and `<tfoot>` with the closing rows.
  func render(into html: inout HTMLBuffer) {
    let shown = table.form.columns.indices.filter { table.form.columns[$0].isShown }
    // Closing rows stand at the end of every list, so the first one divides the table.
    let firstClosing = table.rows.indices.first { isClosing($0) } ?? table.rows.endIndex
    html.raw("<tbody>\n")
    if firstClosing == 0 {
      html.raw("<tr class=\"empty\">\n<td colspan=\"")
      html.number(shown.count)
      html.raw("\">本表无数据</td>\n</tr>\n")
    }
    for row in 0..<firstClosing { self.row(row, shown, into: &html) }
    html.raw("</tbody>\n")
    guard firstClosing < table.rows.endIndex else { return }
    html.raw("<tfoot>\n")
    for row in firstClosing..<table.rows.endIndex { self.row(row, shown, into: &html) }
    html.raw("</tfoot>\n")
  }

  private func isClosing(_ row: Int) -> Bool {
    table.listings.contains { listing in
      guard case .closing = listing.entry(ofRow: row)?.role else { return false }
      return true
    }
  }

  private func row(_ row: Int, _ shown: [Int], into html: inout HTMLBuffer) {
    let entries = table.listings.map { $0.entry(ofRow: row) }
    html.raw("<tr")
    // In a two-sided statement each side has a level of its own; it stands at the labels then.
    if entries.count == 1, let entry = entries[0] { level(of: entry, 0, into: &html) }
    html.raw(">\n")
    for column in shown {
      cell(row, column, entries[table.form.columns[column].listing], into: &html)
    }
    html.raw("</tr>\n")
  }

  private func level(of entry: Listing.Entry, _ listing: Int, into html: inout HTMLBuffer) {
    guard entry.isItem, table.form.listings[listing].hierarchy != .none else { return }
    html.raw(" data-level=\"")
    html.number(entry.level)
    html.raw("\"")
  }

  private func cell(
    _ row: Int, _ column: Int, _ entry: Listing.Entry?, into html: inout HTMLBuffer
  ) {
    let columnForm = table.form.columns[column]
    let listing = table.form.listings[columnForm.listing]
    let cell = table.rows[row].cells[column]
    let headsRow = headingColumn(of: entry, row, listing) == column
    html.raw(headsRow ? "<th" : "<td")
    if let entry {
      html.raw(" id=\"")
      html.text(entry.key)
      html.raw(".")
      html.text(columnForm.id)
      html.raw("\"")
    }
    html.raw(" class=\"")
    html.text(columnForm.kind.rawValue)
    html.raw("\"")
    if headsRow { html.raw(" scope=\"row\"") }
    if headsRow, table.listings.count > 1, let entry {
      level(of: entry, columnForm.listing, into: &html)
    }
    corrected.appendAttributes(row: row, column: column, to: &html)
    html.raw(">")
    AmountText.append(cell, decimals: table.form.decimals, to: &html)
    html.raw(headsRow ? "</th>\n" : "</td>\n")
  }

  /// The column whose cell heads the row: the label's, or where that is blank (a total printed in
  /// another column) the first that is not.
  private func headingColumn(
    of entry: Listing.Entry?, _ row: Int, _ listing: ListingForm
  ) -> Int? {
    guard entry != nil, let label = listing.label else { return nil }
    let cells = table.rows[row].cells
    if !cells[label].isBlank { return label }
    return cells.indices.first {
      table.form.columns[$0].kind != .amount && table.form.columns[$0].isShown
        && table.form.columns[$0].listing == table.form.columns[label].listing
        && !cells[$0].isBlank
    }
  }
}
