import Budget

/// Writes a report's overview: the main figures in words, then the charts. Each amount stands on a
/// line of its own; a line that changes with another amount names that amount in `data-of`.
struct OverviewSection {
  let report: Report
  let links: CellLinks
  let figures: OverviewFigures
  /// Marks the first use of each term that the report explains.
  let terms: TermMarker

  /// Appends the statements, the charts and the note on sources.
  func render(into html: inout HTMLBuffer) {
    var terms = terms
    html.raw("<ul class=\"headlines\">\n")
    for statement in figures.statements { self.statement(statement, &terms, into: &html) }
    html.raw("</ul>\n")
    if !figures.charts.isEmpty {
      html.raw("<div class=\"overview-charts\">\n")
      for (offset, chart) in figures.charts.enumerated() {
        OverviewChart(report: report, links: links, chart: chart, number: offset + 1)
          .render(into: &html)
      }
      html.raw("</div>\n")
    }
    note(into: &html)
  }

  private func statement(
    _ statement: OverviewFigures.Statement, _ terms: inout TermMarker, into html: inout HTMLBuffer
  ) {
    let figure = statement.figure
    html.raw("<li>\n<p class=\"headline-label\">")
    terms.append(figure.label, to: &html)
    html.raw("</p>\n<p class=\"headline-amount\">")
    amount(figure, into: &html)
    if let readable = ReadableAmount.text(figure.amount) {
      html.raw(" <span class=\"readable\">")
      html.text(readable)
      html.raw("</span>")
    }
    html.raw("</p>\n")
    if let previous = figure.previous { change(figure, previous, into: &html) }
    if !statement.parts.isEmpty {
      html.raw("<ul class=\"parts\">\n")
      for part in statement.parts {
        html.raw("<li data-of=\"")
        html.amount(figure.amount.value, grouped: false)
        html.raw("\">")
        terms.append(part.label, to: &html)
        html.raw(" ")
        amount(part, into: &html)
        if let share = Share(of: part, in: figure) {
          html.raw(" <span class=\"share\">占")
          html.text(share.text)
          html.raw("</span>")
        }
        html.raw("</li>\n")
      }
      html.raw("</ul>\n")
    }
    html.raw("</li>\n")
  }

  private func amount(_ figure: OverviewFigures.Figure, into html: inout HTMLBuffer) {
    links.open(figure.address, into: &html)
    html.text(figure.text)
    html.raw("</a>")
    html.text(figure.amount.unit.rawValue)
  }

  /// 比2020年的64,411,756.96元减少3,765,123.83元，下降5.85%
  private func change(
    _ figure: OverviewFigures.Figure, _ previous: OverviewFigures.Previous,
    into html: inout HTMLBuffer
  ) {
    html.raw("<p class=\"change\" data-of=\"")
    html.amount(figure.amount.value, grouped: false)
    html.raw("\">")
    YearChangeText(report: report, links: links).append(previous, into: &html)
    html.raw("</p>\n")
  }

  private func note(into html: inout HTMLBuffer) {
    html.raw("<p class=\"overview-note\">金额取自本报告各表，点按可到所在的单元格；“约”表示四舍五入。")
    if !figures.factSources.isEmpty {
      html.text("\(report.fiscalYear - 1)年的数引自" + figures.factSources.joined(separator: "、") + "。")
    }
    html.raw("</p>\n")
  }
}

/// Writes the comparison with last year.
struct YearChangeText {
  let report: Report
  let links: CellLinks

  /// Appends 比2020年的64,411,756.96元减少3,765,123.83元，下降5.85%.
  func append(_ previous: OverviewFigures.Previous, into html: inout HTMLBuffer) {
    let isSame = previous.change.hasSuffix("持平")
    html.text((isSame ? "与" : "比") + "\(report.fiscalYear - 1)年的")
    if let address = previous.address {
      links.open(address, into: &html)
      html.text(previous.text)
      html.raw("</a>")
    } else {
      html.text(previous.text)
    }
    html.text(previous.change)
  }
}

/// A part's share of a whole, in hundredths with two decimals.
struct Share {
  /// The share: 48.79.
  let percent: ExactDecimal

  /// 48.79%
  var text: String { AmountText.text(percent, decimals: 2) + "%" }

  /// The share of `part` in `whole`; `nil` unless the whole is more than nothing.
  init?(of part: OverviewFigures.Figure, in whole: OverviewFigures.Figure) {
    guard whole.amount.value > .zero, !part.amount.value.isNegative,
      let percent = part.amount.inYuan.multiplied(by: ExactDecimal(100))?
        .divided(by: whole.amount.inYuan, decimals: 2)
    else { return nil }
    self.percent = percent
  }
}
