import Budget

/// Writes what stands over a table's rows: what the table is called, which columns there are, and
/// their titles.
struct TableHead {
  let form: Form
  /// Named as in the table's CSV file, so that a column is called the same wherever it appears.
  let columns: CSVColumns

  /// The table's opening tag, `<caption>`, `<colgroup>` and `<thead>`; a form has no columns.
  func render() -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<table data-layout=\"")
    html.text(form.layout.rawValue)
    html.raw("\"")
    if form.listings.contains(where: { $0.hierarchy != .none }) { html.raw(" data-hierarchy") }
    html.raw(">\n<caption id=\"caption\">")
    html.text(form.title)
    html.raw("（单位：")
    html.text(form.unit.rawValue)
    html.raw("）</caption>\n")
    if form.layout != .form {
      columns(into: &html)
      header(into: &html)
    }
    return html.bytes
  }

  private func columns(into html: inout HTMLBuffer) {
    html.raw("<colgroup>\n")
    for (index, name) in zip(columns.indices, columns.names) {
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
