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

  /// The `<table>` element with all rows; complete without script.
  func render() -> [UInt8] {
    var html = HTMLBuffer(
      capacity: parts.opening.count + 128 * parts.shown.count * (table.rows.count + 1))
    html.markup(parts.opening)
    if table.form.layout == .form {
      FormBody(table: table, corrected: corrected).render(into: &html)
    } else {
      GridBody(table: table, corrected: corrected, parts: parts).render(into: &html)
    }
    html.raw("</table>\n")
    return html.bytes
  }
}
