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

  /// Appends the `<table>` element with all rows; complete without script.
  func render(into html: inout HTMLBuffer) {
    html.markup(parts.opening)
    if table.form.layout == .form {
      FormBody(table: table, corrected: corrected).render(into: &html)
    } else {
      GridBody(table: table, corrected: corrected, parts: parts).render(into: &html)
    }
    html.raw("</table>\n")
  }
}

extension Table {
  /// Whether it is a list of several rows, which readers can sort and filter.
  var isList: Bool {
    guard form.layout != .form else { return false }
    let closing = listings.compactMap { listing in
      listing.entries.first { if case .closing = $0.role { true } else { false } }?.row
    }
    return (closing.min() ?? rows.count) > 1
  }
}
