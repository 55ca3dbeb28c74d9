import Budget

/// The body of a table laid out like a paper form (申报表): sections, their items, their contents.
///
/// The first shown column names the section and spans the rows that leave it blank; the last holds
/// the contents; a column between them names the item.
struct FormBody {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells

  /// Appends one `<tbody>` for each section.
  func render(into html: inout HTMLBuffer) {
    let shown = table.form.shownColumns
    guard let first = shown.first, let last = shown.last, first != last else { return }
    let rest = Array(shown.dropFirst())
    var row = 0
    while row < table.rows.count {
      let end = sectionEnd(from: row, first)
      html.raw("<tbody>\n")
      for index in row..<end {
        html.raw("<tr>\n")
        if index == row { sectionCell(row, first, span: end - row, into: &html) }
        contents(index, rest, into: &html)
        html.raw("</tr>\n")
      }
      html.raw("</tbody>\n")
      row = end
    }
  }

  private func sectionEnd(from row: Int, _ column: Int) -> Int {
    var end = row + 1
    while end < table.rows.count, table.rows.isBlank(row: end, column: column) { end += 1 }
    return end
  }

  private func sectionCell(_ row: Int, _ column: Int, span: Int, into html: inout HTMLBuffer) {
    html.raw("<th class=\"label\"")
    if span > 1 {
      html.raw(" scope=\"rowgroup\" rowspan=\"")
      html.number(span)
      html.raw("\">")
    } else {
      html.raw(" scope=\"row\">")
    }
    html.text(table.rows[row, column].text)
    html.raw("</th>\n")
  }

  private func contents(_ row: Int, _ columns: [Int], into html: inout HTMLBuffer) {
    guard let entry = table.listings.first?.entry(ofRow: row), let value = columns.last else {
      return
    }
    let items = columns.dropLast().filter { !table.rows.isBlank(row: row, column: $0) }
    for column in items {
      html.raw("<th class=\"label\" scope=\"")
      html.raw(entry.role == .heading ? "col" : "row")
      html.raw("\">")
      html.text(table.rows[row, column].text)
      html.raw("</th>\n")
    }
    valueCell(row, value, entry, span: columns.count - items.count, into: &html)
  }

  private func valueCell(
    _ row: Int, _ column: Int, _ entry: Listing.Entry, span: Int, into html: inout HTMLBuffer
  ) {
    let cell = table.rows[row, column]
    let isHeading = entry.role == .heading
    html.raw(isHeading ? "<th id=\"" : "<td id=\"")
    html.text(entry.key)
    html.raw(".")
    html.text(table.form.columns[column].id)
    html.raw("\" class=\"")
    html.raw(cell.value == nil ? "text" : "amount")
    html.raw(isHeading ? "\" scope=\"col\"" : "\"")
    corrected.appendAttributes(row: row, column: column, to: &html)
    if span > 1 {
      html.raw(" colspan=\"")
      html.number(span)
      html.raw("\"")
    }
    html.raw(">")
    AmountText.append(cell, decimals: table.form.decimals, to: &html)
    html.raw(isHeading ? "</th>\n" : "</td>\n")
  }
}
