import Budget

/// One bar divided into parts, as SVG with its words. Each part is one line, which names the
/// amounts that its place and its length follow.
struct ShareBar {
  /// A figure with what is said of it.
  private struct Part {
    let figure: OverviewFigures.Figure
    let share: Share?
    let words: String
  }

  private let parts: [Part]
  private let total: OverviewFigures.Figure
  private let title: String
  private let number: Int

  /// The bar of a total that `figures` divide; `number` is the chart's number on the page.
  init(
    figures: [OverviewFigures.Figure], total: OverviewFigures.Figure, title: String, number: Int
  ) {
    parts = figures.map { figure in
      let share = Share(of: figure, in: total)
      return Part(
        figure: figure, share: share,
        words: figure.label + figure.text + figure.amount.unit.rawValue
          + (share.map { "，占" + $0.text } ?? ""))
    }
    self.total = total
    self.title = title
    self.number = number
  }

  /// Appends the `<svg>`.
  func render(into html: inout HTMLBuffer) {
    html.raw(
      "<svg class=\"divided\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" ")
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
    for part in parts {
      html.text(part.words)
      html.raw("（共")
      html.text(total.text)
      html.text(total.amount.unit.rawValue)
      html.raw("）。\n")
    }
    html.raw("</desc>\n")
    var before: ExactDecimal? = .zero
    for (offset, part) in parts.enumerated() {
      if let start = before.flatMap(share) { rect(part, offset + 1, start, before, into: &html) }
      before = before.flatMap { $0.adding(part.figure.amount.inYuan) }
    }
    html.raw("</svg>\n")
  }

  private func rect(
    _ part: Part, _ number: Int, _ start: ExactDecimal, _ before: ExactDecimal?,
    into html: inout HTMLBuffer
  ) {
    html.raw("<rect class=\"part-")
    html.number(number)
    html.raw("\" x=\"")
    html.amount(start, grouped: false)
    html.raw("\" width=\"")
    html.amount(part.share?.percent ?? .zero, grouped: false)
    html.raw("\" height=\"4\" data-after=\"")
    if let before { html.amount(before, grouped: false) }
    html.raw("\" data-of=\"")
    html.amount(total.amount.value, grouped: false)
    html.raw("\"><title>")
    html.text(part.words)
    html.raw("</title></rect>\n")
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
