import Budget

/// Where the narrative cites the cells of a table: the way back from a cell to the sentence.
struct TableCitations {
  let sources: FigureSources
  /// The table's index.
  let table: Int

  /// A list of the cited cells in the table's order; empty if none is cited.
  func render() -> [UInt8] {
    let citations = sources.verification.citations(ofTable: table)
    guard !citations.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.raw("<ul class=\"citations\">\n")
    for (cell, figures) in citations {
      html.raw("<li>")
      sources.links.openHere(cell, into: &html)
      name(of: cell, into: &html)
      html.raw("</a>：")
      for (offset, figure) in figures.enumerated() {
        if offset > 0 { html.raw("、") }
        html.raw("<a href=\"index.html#")
        html.fragment(sources.figures[figure].mark.id)
        html.raw("\">")
        html.text(sources.figures[figure].result.text)
        html.raw("</a>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    return html.bytes
  }

  private func name(of cell: CellAddress, into html: inout HTMLBuffer) {
    let column = report.tables[table].form.columns[cell.column]
    if let entry = report.tables[table].listings[column.listing].index(ofRow: cell.row) {
      html.text(report.tables[table].listings[column.listing].entries[entry].name)
    }
    html.raw(" · ")
    html.text(column.title)
  }

  private var report: Report { sources.report }
}
