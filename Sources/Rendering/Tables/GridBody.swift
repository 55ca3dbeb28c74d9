import Budget

/// The body and foot of a table laid out as a grid: list, two-sided statement or wide table.
struct GridBody {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells
  /// What is the same for all tables of the form.
  let parts: FormParts

  /// Appends `<tbody>` with the items and `<tfoot>` with the closing rows.
  func render(into html: inout HTMLBuffer) {
    var keys = HTMLBuffer(capacity: 256)
    // Closing rows stand at the end of every list, so the first one divides the table.
    let firstClosing = table.rows.indices.first { isClosing($0) } ?? table.rows.endIndex
    html.raw("<tbody>\n")
    if firstClosing == 0 {
      html.raw("<tr class=\"empty\">\n<td colspan=\"")
      html.number(parts.shown.count)
      html.raw("\">本表无数据</td>\n</tr>\n")
    }
    for row in 0..<firstClosing { self.row(row, &keys, into: &html) }
    html.raw("</tbody>\n")
    guard firstClosing < table.rows.endIndex else { return }
    html.raw("<tfoot>\n")
    for row in firstClosing..<table.rows.endIndex { self.row(row, &keys, into: &html) }
    html.raw("</tfoot>\n")
  }

  private func isClosing(_ row: Int) -> Bool {
    table.listings.contains { listing in
      guard let entry = listing.index(ofRow: row),
        case .closing = listing.entries[entry].role
      else { return false }
      return true
    }
  }

  /// A row's part in a list.
  private struct RowPart {
    /// The row's key among the keys; `nil` where the row has no part in the list.
    let key: Range<Int>?
    /// The column whose cell heads the part.
    let heading: Int?
  }

  private func row(_ row: Int, _ keys: inout HTMLBuffer, into html: inout HTMLBuffer) {
    html.raw("<tr")
    // In a two-sided statement each side has a level of its own; it stands at the labels then.
    if table.listings.count == 1 { level(ofRow: row, 0, into: &html) }
    html.raw(">\n")
    keys.clear()
    let rowParts = table.listings.indices.map { listing in
      RowPart(
        key: table.listings[listing].index(ofRow: row).map { entry in
          keys.range { $0.text(table.listings[listing].entries[entry].key) }
        }, heading: headingColumn(row, listing))
    }
    for column in parts.shown {
      cell(row, column, rowParts[column.listing], keys.bytes, into: &html)
    }
    html.raw("</tr>\n")
  }

  private func level(ofRow row: Int, _ listing: Int, into html: inout HTMLBuffer) {
    guard table.form.listings[listing].hierarchy != .none,
      let entry = table.listings[listing].index(ofRow: row),
      table.listings[listing].entries[entry].isItem
    else { return }
    html.raw(" data-level=\"")
    html.number(table.listings[listing].entries[entry].level)
    html.raw("\"")
  }

  private func cell(
    _ row: Int, _ column: FormParts.CellColumn, _ part: RowPart, _ keys: [UInt8],
    into html: inout HTMLBuffer
  ) {
    let headsRow = part.heading == column.index
    html.raw(headsRow ? "<th" : "<td")
    if let key = part.key {
      html.raw(" id=\"")
      html.markup(key, of: keys)
      html.markup(column.id, of: parts.pieces)
      html.raw("\"")
    }
    html.markup(column.kind, of: parts.pieces)
    if headsRow {
      html.raw(" scope=\"row\"")
      if table.listings.count > 1 { level(ofRow: row, column.listing, into: &html) }
    }
    corrected.appendAttributes(row: row, column: column.index, to: &html)
    html.raw(">")
    if let value = table.rows[row].cells[column.index].value {
      html.amount(AmountText.padded(value, table.form.decimals))
    } else {
      html.text(table.rows[row].cells[column.index].text)
    }
    html.raw(headsRow ? "</th>\n" : "</td>\n")
  }

  /// The column whose cell heads a row's part in a list: the label's, or where that is blank (a
  /// total printed in another column) the first that is not.
  private func headingColumn(_ row: Int, _ listing: Int) -> Int? {
    guard let label = table.form.listings[listing].label,
      table.listings[listing].index(ofRow: row) != nil
    else { return nil }
    let cells = table.rows[row].cells
    if !cells[label].isBlank { return label }
    return cells.indices.first {
      table.form.columns[$0].kind != .amount && table.form.columns[$0].isShown
        && table.form.columns[$0].listing == table.form.columns[label].listing
        && !cells[$0].isBlank
    }
  }
}
