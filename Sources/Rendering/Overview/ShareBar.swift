import Budget

/// One bar divided into parts, as SVG with its words. Each part is one line, which names the
/// amounts that its place and its length follow.
struct ShareBar {
  let figures: [OverviewFigures.Figure]
  let total: OverviewFigures.Figure
  let title: String
  /// The chart's number on the page.
  let number: Int

  /// Appends the `<svg>`.
  func render(into html: inout HTMLBuffer) {
    html.raw(
      "<svg class=\"divided\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\"")
    html.text(" ")
    html.raw("aria-labelledby=\"")
    id("title", into: &html)
    html.raw(" ")
    id("description", into: &html)
    html.raw("\">\n<title id=\"")
    id("title", into: &html)
    html.raw("\">")
    html.text(title)
    html.raw("</title>\n<desc id=\"")
    id("description", into: &html)
    html.raw("\">\n")
    for figure in figures {
      html.text(words(figure) + "（共\(total.text)\(total.amount.unit.rawValue)）。\n")
    }
    html.raw("</desc>\n")
    var before: ExactDecimal? = .zero
    for (offset, figure) in figures.enumerated() {
      if let start = before.flatMap(share) { rect(figure, offset + 1, start, before, into: &html) }
      before = before.flatMap { $0.adding(figure.amount.inYuan) }
    }
    html.raw("</svg>\n")
  }

  private func rect(
    _ figure: OverviewFigures.Figure, _ part: Int, _ start: ExactDecimal, _ before: ExactDecimal?,
    into html: inout HTMLBuffer
  ) {
    html.raw("<rect class=\"part-")
    html.number(part)
    html.raw("\" x=\"")
    html.amount(start, grouped: false)
    html.raw("\" width=\"")
    html.text(Share(of: figure, in: total)?.percent.description ?? "0")
    html.raw("\" height=\"4\" data-after=\"")
    html.text(before?.description ?? "")
    html.raw("\" data-of=\"")
    html.amount(total.amount.value, grouped: false)
    html.raw("\"><title>")
    html.text(words(figure))
    html.raw("</title></rect>\n")
  }

  private func words(_ figure: OverviewFigures.Figure) -> String {
    figure.label + figure.text + figure.amount.unit.rawValue
      + (Share(of: figure, in: total).map { "，占" + $0.text } ?? "")
  }

  private func share(_ yuan: ExactDecimal) -> ExactDecimal? {
    yuan.multiplied(by: ExactDecimal(100))?.divided(by: total.amount.inYuan, decimals: 2)
  }

  private func id(_ part: StaticString, into html: inout HTMLBuffer) {
    html.raw("overview-bar-")
    html.number(number)
    html.raw("-")
    html.raw(part)
  }
}
