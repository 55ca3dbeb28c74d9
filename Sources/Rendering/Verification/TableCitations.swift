import Budget

/// Where the narrative cites the cells of a table: the way back from a cell to the sentence.
struct TableCitations {
  let sources: FigureSources
  /// The table's index.
  let table: Int

  /// A list of the cited cells in the table's order; empty if none is cited.
  func render() -> [UInt8] {
    let report = sources.report
    let citations = sources.verification.citations(ofTable: table)
    guard !citations.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.raw("<ul class=\"citations\">\n")
    for (cell, figures) in citations {
      html.raw("<li><a href=\"#")
      let id = report.tables[table].cellID(row: cell.row, column: cell.column)
      html.text(LinkFragment.encoded(id ?? ""))
      html.raw("\">")
      html.text(name(of: cell))
      html.raw("</a>：")
      for (offset, figure) in figures.enumerated() {
        if offset > 0 { html.raw("、") }
        html.raw("<a href=\"index.html#")
        html.text(LinkFragment.encoded(sources.figures[figure].mark.id))
        html.raw("\">")
        html.text(sources.figures[figure].result.text)
        html.raw("</a>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    return html.bytes
  }

  private func name(of cell: CellAddress) -> String {
    let table = sources.report.tables[table]
    let column = table.form.columns[cell.column]
    let entry = table.listings[column.listing].entry(ofRow: cell.row)
    return (entry?.name ?? "") + " · " + column.title
  }
}
