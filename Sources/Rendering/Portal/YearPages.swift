/// The pages that list the departments' reports of one year.
struct YearPages {
  let totals: YearTotals
  let renderer: SiteRenderer

  /// The page of this number, the first one with the sums.
  func page(_ number: Int) throws(TemplateError) -> RenderedFile {
    let values: TemplateValues = [
      "heading": .text(totals.title),
      "count": .text(String(totals.reports.count)),
      "figures": .markup(table(number)),
      "pager": totals.pages.values(number, of: totals.reports.count),
    ]
    return try renderer.indexPage(
      "year", totals.title, at: totals.pages.file(number), values)
  }

  private func table(_ number: Int) -> [UInt8] {
    var html = HTMLBuffer()
    html.openFigures(labelledBy: "figures", "部门")
    for column in totals.columns { html.figuresColumn(column.title) }
    html.beginFigures()
    for report in totals.reports[PageNames.part(number, of: totals.reports.count)] {
      html.raw("<tr>\n<th scope=\"row\"><a href=\"")
      html.text(report.path + "/index.html")
      html.raw("\">")
      html.text(report.department)
      html.raw("</a></th>\n")
      let figures = report.figures
      for column in totals.columns {
        html.raw("<td class=\"amount\">")
        if let (figure, value) = figures.first(where: { $0.0.identity == column.identity }) {
          html.figureLink(
            value, decimals: figure.decimals, figure.link, in: report.path + "/")
        }
        html.raw("</td>\n")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n")
    // Once is enough, so that an amount that changes does not change every page of a long list.
    if number == 1 { sums(into: &html) }
    html.closeFigures()
    return html.bytes
  }

  private func sums(into html: inout HTMLBuffer) {
    html.raw("<tfoot>\n<tr>\n<th scope=\"row\">合计（")
    html.number(totals.reports.count)
    html.raw("份）</th>\n")
    for column in totals.columns {
      html.raw("<td class=\"amount\">")
      html.sum(column, of: totals.reports.count)
      html.raw("</td>\n")
    }
    html.raw("</tr>\n</tfoot>\n")
  }
}
