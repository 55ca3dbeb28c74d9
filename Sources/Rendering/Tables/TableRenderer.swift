import Budget

/// Renders a table as HTML: one cell a line, each with an id of its own, so that a changed amount
/// is a changed line which says by itself what changed.
struct TableRenderer {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells

  /// The form of the table.
  var form: Form { table.form }

  /// The `<table>` element with all rows; complete without script.
  func render() -> [UInt8] {
    var html = HTMLBuffer(capacity: 128 * form.columns.count * (table.rows.count + 4))
    html.raw("<table data-layout=\"")
    html.text(form.layout.rawValue)
    html.raw("\"")
    if form.listings.contains(where: { $0.hierarchy != .none }) { html.raw(" data-hierarchy") }
    html.raw(">\n<caption id=\"caption\">")
    html.text(form.title)
    html.raw("（单位：")
    html.text(form.unit.rawValue)
    html.raw("）</caption>\n")
    if form.layout == .form {
      FormBody(table: table, corrected: corrected).render(into: &html)
    } else {
      columns(into: &html)
      header(into: &html)
      GridBody(table: table, corrected: corrected).render(into: &html)
    }
    html.raw("</table>\n")
    return html.bytes
  }

  private func columns(into html: inout HTMLBuffer) {
    html.raw("<colgroup>\n")
    // Named as in the table's CSV file, so that a column is called the same wherever it appears.
    let named = CSVColumns(form)
    for (index, name) in zip(named.indices, named.names) {
      let column = form.columns[index]
      html.raw("<col class=\"")
      html.text(column.kind.rawValue)
      html.raw("\" data-column=\"")
      html.text(column.id)
      html.raw("\" data-title=\"")
      html.text(name)
      if form.listings.count > 1 {
        html.raw("\" data-side=\"")
        html.text(form.listings[column.listing].id)
      }
      html.raw("\">\n")
    }
    html.raw("</colgroup>\n")
  }

  private func header(into html: inout HTMLBuffer) {
    html.raw("<thead>\n")
    for row in HeaderGrid(form).rows {
      html.raw("<tr>\n")
      for cell in row { headerCell(cell, into: &html) }
      html.raw("</tr>\n")
    }
    html.raw("</thead>\n")
  }

  private func headerCell(_ cell: HeaderGrid.HeaderCell, into html: inout HTMLBuffer) {
    if let column = cell.column {
      html.raw("<th id=\"col.")
      html.text(form.columns[column].id)
      html.raw("\" class=\"")
      html.text(form.columns[column].kind.rawValue)
      html.raw("\" scope=\"col\"")
    } else {
      html.raw("<th scope=\"colgroup\"")
    }
    span(cell.columnSpan, "colspan", into: &html)
    span(cell.rowSpan, "rowspan", into: &html)
    html.raw(">")
    html.text(cell.title)
    html.raw("</th>\n")
  }

  private func span(_ count: Int, _ name: StaticString, into html: inout HTMLBuffer) {
    guard count > 1 else { return }
    html.raw(" ")
    html.raw(name)
    html.raw("=\"")
    html.number(count)
    html.raw("\"")
  }
}
