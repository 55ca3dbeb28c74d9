import Budget

extension FigureSources {
  /// Where the narrative cites the cells of a table, the way back from a cell to the sentence: a list
  /// in the table's order; empty if none is cited.
  func citations(ofTable table: Int) -> [UInt8] {
    let citations = verification.citations(ofTable: table)
    guard !citations.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.raw("<ul class=\"citations\">\n")
    for (cell, citing) in citations {
      html.raw("<li>")
      links.openHere(cell, into: &html)
      nameHere(cell, into: &html)
      html.raw("</a>：")
      for (offset, figure) in citing.enumerated() {
        if offset > 0 { html.raw("、") }
        html.raw("<a href=\"index.html#")
        html.fragment(figures[figure].id)
        html.raw("\">")
        html.text(verification.figures[figure].text)
        html.raw("</a>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    return html.bytes
  }

  /// Appends what a cell is called on its table's own page.
  private func nameHere(_ cell: CellAddress, into html: inout HTMLBuffer) {
    let column = report.tables[cell.table].form.columns[cell.column]
    let listing = column.listing
    if let entry = report.tables[cell.table].listings[listing].index(ofRow: cell.row) {
      html.text(report.tables[cell.table].listings[listing].entries[entry].name)
    }
    html.raw(" · ")
    html.text(column.title)
  }
}
