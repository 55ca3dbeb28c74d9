import Budget

/// The list of a report's tables with one line each on what they say.
struct TableList {
  let report: Report

  /// A list with links.
  func render() -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<div class=\"table-list\">\n<ol>\n")
    for table in report.tables {
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
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</div>\n")
    return html.bytes
  }
}
