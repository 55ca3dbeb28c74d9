import Budget

/// Writes a chart of the overview: a table with its numbers as text, and the bars as SVG in it.
///
/// The bars only repeat what the numbers beside them say, so screen readers are spared them.
struct OverviewChart {
  let report: Report
  let links: CellLinks
  let chart: OverviewFigures.Chart
  /// The chart's number on the page, from 1.
  let number: Int

  /// Appends a `<figure>`.
  func render(into html: inout HTMLBuffer) {
    switch chart.kind {
    case .ranking(let figures, let total, let more):
      open("ranking", into: &html)
      head(["项目", "金额（\(total.amount.unit.rawValue)）", "占比"], into: &html)
      for figure in figures { share(figure, of: total, bar: true, into: &html) }
      close(into: &html)
      html.raw("<p class=\"chart-source\">")
      if more > 0 { html.text("另有\(more)项，") }
      source(total.address.table, into: &html)
      html.raw("</p>\n</figure>\n")
    case .share(let figures, let total):
      open("division", into: &html)
      ShareBar(figures: figures, total: total, title: chart.title, number: number)
        .render(into: &html)
      head(["项目", "金额（\(total.amount.unit.rawValue)）", "占比"], into: &html)
      for (offset, figure) in figures.enumerated() {
        share(figure, of: total, part: offset + 1, bar: false, into: &html)
      }
      close(into: &html)
      html.raw("<p class=\"chart-source\">")
      source(total.address.table, into: &html)
      html.raw("</p>\n</figure>\n")
    case .years(let chart):
      open("years", into: &html)
      YearsTable(chart: chart, links: links).render(into: &html)
      close(into: &html)
      html.raw("<p class=\"chart-source\">")
      for table in chart.tableIndices { source(table, into: &html) }
      html.raw("</p>\n</figure>\n")
    }
  }

  private func open(_ kind: StaticString, into html: inout HTMLBuffer) {
    html.raw("<figure class=\"overview-chart ")
    html.raw(kind)
    html.raw("\">\n<figcaption id=\"overview-chart-")
    html.number(number)
    html.raw("\">")
    html.text(chart.title)
    html.raw("</figcaption>\n")
    if case .share = chart.kind { return }
    table(into: &html)
  }

  private func table(into html: inout HTMLBuffer) {
    html.raw("<table class=\"bars\" aria-labelledby=\"overview-chart-")
    html.number(number)
    html.raw("\">\n")
  }

  private func head(_ titles: [String], into html: inout HTMLBuffer) {
    if case .share = chart.kind { table(into: &html) }
    BarTable.head(titles, into: &html)
  }

  private func close(into html: inout HTMLBuffer) {
    html.raw("</tbody>\n</table>\n")
  }

  private func share(
    _ figure: OverviewFigures.Figure, of total: OverviewFigures.Figure, part: Int = 0, bar: Bool,
    into html: inout HTMLBuffer
  ) {
    let share = Share(of: figure, in: total)
    html.raw("<tr><th scope=\"row\"")
    if part > 0 {
      html.raw(" class=\"part-")
      html.number(part)
      html.raw("\"")
    }
    html.raw(">")
    html.text(figure.label)
    if bar { BarTable.bar([("current", share?.percent ?? .zero)], into: &html) }
    html.raw("</th><td class=\"amount\">")
    links.open(figure.address, into: &html)
    html.text(figure.text)
    html.raw("</a></td><td class=\"share\" data-of=\"")
    html.amount(total.amount.value, grouped: false)
    html.raw("\">")
    html.text(share?.text ?? "—")
    html.raw("</td></tr>\n")
    guard let previous = figure.previous else { return }
    html.raw("<tr class=\"change\"><td colspan=\"3\" data-of=\"")
    html.amount(figure.amount.value, grouped: false)
    html.raw("\">")
    YearChangeText(report: report, links: links).append(previous, into: &html)
    html.raw("</td></tr>\n")
  }

  private func source(_ table: Int, into html: inout HTMLBuffer) {
    let form = report.tables[table].form
    html.raw("见")
    html.link(toTableOf: form, form.number + " " + form.title)
  }
}
