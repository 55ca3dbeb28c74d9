import Budget

/// The list of a report's tables with one line each on what they say: in words, and by their totals.
struct TableList {
  let report: Report
  let links: CellLinks

  /// A list with links.
  func render() -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<div class=\"table-list\">\n<ol>\n")
    for (index, table) in report.tables.enumerated() {
      html.raw("<li><a href=\"")
      html.text(table.form.id)
      html.raw(".html\"><span class=\"table-number\">")
      html.text(table.form.number)
      html.raw("</span> ")
      html.text(table.form.title)
      html.raw("</a>")
      switch table.presence {
      case .filled: break
      case .empty: html.raw(" <span class=\"state\">无数据</span>")
      case .absent: html.raw(" <span class=\"state\">原文缺</span>")
      }
      if !table.form.summary.isEmpty {
        html.raw(" <span class=\"summary\">")
        html.text(table.form.summary)
        html.raw("</span>")
      }
      totals(ofTable: index, into: &html)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</div>\n")
    return html.bytes
  }

  /// The last total of each list, linked to its cell; one a line, so that a changed total is one
  /// changed line.
  private func totals(ofTable index: Int, into html: inout HTMLBuffer) {
    let table = report.tables[index]
    guard case .filled = table.presence else { return }
    for (place, listing) in table.listings.enumerated() {
      guard let entry = listing.entries.last, case .closing(let closing) = entry.role,
        let column = mainColumn(of: table.form, listing: place),
        table.rows[entry.row].cells[column].value != nil
      else { continue }
      html.raw("\n<span class=\"total\">")
      html.text(table.form.listings[place].closing[closing].label)
      html.raw(" ")
      links.amount(CellAddress(table: index, row: entry.row, column: column), into: &html)
      html.raw("</span>")
    }
  }

  /// The amount that a list is about: the report's own year's where columns are years, else the
  /// first.
  private func mainColumn(of form: Form, listing: Int) -> Int? {
    let amounts = form.columns.indices.filter {
      form.columns[$0].kind == .amount && form.columns[$0].isShown
        && form.columns[$0].listing == listing
    }
    let year = String(report.fiscalYear)
    return amounts.first { form.columns[$0].title.containsBytes(of: year) } ?? amounts.first
  }
}
