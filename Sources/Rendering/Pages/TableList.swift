import Budget

/// The list of a report's tables with one line each on what they say: in words, and by their totals.
struct TableList {
  let report: Report
  /// What is known of the tables' forms.
  let parts: [FormParts]
  let links: CellLinks

  /// Appends a list with links.
  func render(into html: inout HTMLBuffer) {
    html.raw("<div class=\"table-list\">\n<ol>\n")
    let year = String(report.fiscalYear)
    for (index, parts) in parts.enumerated() {
      html.markup(parts.entry.link)
      switch report.tables[index].presence {
      case .filled: break
      case .empty: html.raw(" <span class=\"state\">无数据</span>")
      case .absent: html.raw(" <span class=\"state\">原文缺</span>")
      case .unread: html.raw(" <span class=\"state\">没有读出</span>")
      }
      html.markup(parts.entry.summary)
      totals(ofTable: index, year, into: &html)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</div>\n")
  }

  /// The last total of each list, linked to its cell; one a line, so that a changed total is one
  /// changed line.
  private func totals(ofTable index: Int, _ year: String, into html: inout HTMLBuffer) {
    let table = report.tables[index]
    guard case .filled = table.presence else { return }
    for (place, listing) in table.listings.enumerated() {
      guard let entry = listing.entries.last, case .closing(let closing) = entry.role,
        let column = parts[index].entry.mainColumn(ofList: place, in: year),
        table.rows.value(row: entry.row, column: column) != nil
      else { continue }
      html.raw("\n<span class=\"total\">")
      html.text(table.form.listings[place].closing[closing].label)
      html.raw(" ")
      links.amount(CellAddress(table: index, row: entry.row, column: column), into: &html)
      html.raw("</span>")
    }
  }
}

/// What the list of tables says of a form, whatever stands in its tables.
struct TableEntry {
  /// A shown column of amounts.
  private struct AmountColumn {
    let index: Int
    let title: String
    /// Whether the title may have a year in it.
    let hasDigits: Bool
  }

  /// The table's name, as a link to its page.
  let link: [UInt8]
  /// What the table says, if the form has words for it.
  let summary: [UInt8]
  /// The columns of amounts, by list.
  private let amounts: [[AmountColumn]]

  init(_ form: Form) {
    var html = HTMLBuffer(capacity: 128)
    html.raw("<li><a href=\"")
    html.text(form.id)
    html.raw(".html\"><span class=\"table-number\">")
    html.text(form.number)
    html.raw("</span> ")
    html.text(form.title)
    html.raw("</a>")
    link = html.bytes
    html.clear()
    if !form.summary.isEmpty {
      html.raw(" <span class=\"summary\">")
      html.text(form.summary)
      html.raw("</span>")
    }
    summary = html.bytes
    amounts = form.listings.indices.map { list in
      form.shownColumns.filter {
        form.columns[$0].kind == .amount && form.columns[$0].listing == list
      }.map { index in
        let title = form.columns[index].title
        return AmountColumn(
          index: index, title: title,
          hasDigits: title.utf8.contains { (0x30...0x39).contains($0) })
      }
    }
  }

  /// The amount that a list is about: that of the report's own `year` where columns are years, else
  /// the first.
  func mainColumn(ofList list: Int, in year: String) -> Int? {
    let own = amounts[list].first { $0.hasDigits && $0.title.containsBytes(of: year) }
    return (own ?? amounts[list].first)?.index
  }
}
