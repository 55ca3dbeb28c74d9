import Budget

/// The parts that the tables with bars have in common.
enum BarTable {
  /// The header, and the beginning of the body.
  static func head(_ titles: [String], into html: inout HTMLBuffer) {
    html.raw("<thead><tr>")
    for (offset, title) in titles.enumerated() {
      html.raw(offset == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"amount\">")
      html.text(title)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
  }

  /// Bars under a row, one below the other, of lengths from 0 to 100.
  static func bar(
    _ bars: [(class: StaticString, length: ExactDecimal)], into html: inout HTMLBuffer
  ) {
    html.raw("<svg class=\"bar\" viewBox=\"0 0 100 ")
    html.number(bars.count)
    html.raw("\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    for (offset, bar) in bars.enumerated() {
      guard !bar.length.isZero else { continue }
      html.raw("<rect class=\"")
      html.raw(bar.class)
      html.raw("\"")
      if offset > 0 {
        html.raw(" y=\"")
        html.number(offset)
        html.raw("\"")
      }
      html.raw(" width=\"")
      html.amount(bar.length, grouped: false)
      html.raw("\" height=\"1\"/>")
    }
    html.raw("</svg>")
  }
}

/// The rows that compare two years, with a bar for each year.
struct YearsTable {
  let chart: ComparisonChart
  let links: CellLinks

  /// Appends header and rows.
  func render(into html: inout HTMLBuffer) {
    BarTable.head(["项目", chart.form.previousTitle, chart.form.currentTitle], into: &html)
    let shown = chart.items.filter { $0.level == 1 || $0.isTotal }
    let scale = ChartScale(
      covering: shown.flatMap { [$0.previous, $0.current] }.compactMap { $0?.value }, length: 100)
    for item in shown { row(item, scale, into: &html) }
  }

  private func row(
    _ item: ComparisonChart.Item, _ scale: ChartScale, into html: inout HTMLBuffer
  ) {
    html.raw(item.isTotal ? "<tr class=\"total\" data-of=\"" : "<tr data-of=\"")
    html.amount(scale.maximum, grouped: false)
    html.raw("\"><th scope=\"row\">")
    html.text(item.label)
    BarTable.bar(
      [
        ("previous", item.previous.map { scale.length(of: $0.value) } ?? .zero),
        ("current", item.current.map { scale.length(of: $0.value) } ?? .zero),
      ], into: &html)
    html.raw("</th>")
    cell(item.previous, item.previousAddress, into: &html)
    cell(item.current, item.currentAddress, into: &html)
    html.raw("</tr>\n")
  }

  private func cell(
    _ amount: Amount?, _ address: CellAddress, into html: inout HTMLBuffer
  ) {
    html.raw("<td class=\"amount\">")
    links.open(address, into: &html)
    html.text(chart.text(amount))
    html.raw("</a></td>")
  }
}
