import Budget

/// Renders a table as HTML: one cell a line, each with an id of its own, so that a changed amount
/// is a changed line which says by itself what changed.
struct TableRenderer {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells
  /// What is the same for all tables of the form.
  let parts: FormParts

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
      html.markup(parts.head)
      GridBody(table: table, corrected: corrected, parts: parts).render(into: &html)
    }
    html.raw("</table>\n")
    return html.bytes
  }
}
