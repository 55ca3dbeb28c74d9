import Budget

/// Draws a comparison of two years as SVG: a pair of bars for each item, each item on one line of
/// the file, so that a changed amount is a changed line.
struct ChartSVG {
  /// The values.
  let chart: ComparisonChart
  /// The drawing for the page, styled by the page's style sheet.
  let inline: [UInt8]
  /// Where in it a style sheet can stand.
  private let styleOffset: Int

  /// Draws `chart`.
  init(_ chart: ComparisonChart) {
    self.chart = chart
    var html = HTMLBuffer()
    let drawing = ChartDrawing(chart)
    drawing.head(into: &html)
    styleOffset = html.bytes.count
    drawing.bars(into: &html)
    inline = html.bytes
  }

  /// The drawing as a file of its own, with its own colours for light and dark.
  func standalone() -> [UInt8] {
    var html = HTMLBuffer(capacity: inline.count + 1024)
    html.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    html.markup(0..<styleOffset, of: inline)
    html.raw(Self.style)
    html.markup(styleOffset..<inline.count, of: inline)
    return html.bytes
  }

  private static let style: StaticString = """
    <style>
    svg { font-family: "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", \
    sans-serif; font-variant-numeric: tabular-nums; background: #fff; }
    text { fill: #1b222a; }
    .year, .change { fill: #525e6b; }
    .total .item, .total .value { font-weight: 700; }
    @media (prefers-color-scheme: dark) {
    svg { background: #12171c; }
    text { fill: #e3e8ed; }
    .year, .change { fill: #a7b2be; }
    .previous { fill: #75899e; }
    .current { fill: #93c0ec; }
    .baseline { stroke: #74808d; }
    .separator { stroke: #323b45; }
    }
    </style>

    """
}

/// The parts of the drawing.
private struct ChartDrawing {
  let chart: ComparisonChart
  /// How each item changed, in words.
  private let changes: [String]
  private let previousYear: String
  private let currentYear: String

  private static let width = 460
  private static let barStart = 56
  private static let barLength = 300
  private static let groupHeight = 66

  init(_ chart: ComparisonChart) {
    self.chart = chart
    changes = chart.items.map(chart.change)
    previousYear = Self.year(chart.form.previousTitle)
    currentYear = Self.year(chart.form.currentTitle)
  }

  /// All that stands before the bars: the opening tag, the title and the same in words.
  func head(into html: inout HTMLBuffer) {
    let height = chart.items.count * Self.groupHeight + 20
    html.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-svg\" viewBox=\"0 0 ")
    html.number(Self.width)
    html.raw(" ")
    html.number(height)
    html.raw("\" role=\"img\" aria-labelledby=\"")
    id("title", into: &html)
    html.raw(" ")
    id("description", into: &html)
    html.raw("\">\n<title id=\"")
    id("title", into: &html)
    html.raw("\">")
    html.text(chart.form.title)
    html.raw("</title>\n")
    description(into: &html)
  }

  /// The bars, and the end of the drawing.
  func bars(into html: inout HTMLBuffer) {
    let amounts = chart.items.flatMap { [$0.previous, $0.current] }.compactMap { $0?.value }
    let scale = ChartScale(covering: amounts, length: Self.barLength)
    var top = 0
    for (item, change) in zip(chart.items, changes) {
      if item.isTotal {
        separator(at: top + 6, into: &html)
        top += 12
      }
      group(item, change, top: top, scale, into: &html)
      top += Self.groupHeight
    }
    html.raw("</svg>\n")
  }

  private func id(_ part: StaticString, into html: inout HTMLBuffer) {
    html.raw("chart-")
    html.text(chart.form.id)
    html.raw("-")
    html.raw(part)
  }

  /// The same in words, one item a line.
  private func description(into html: inout HTMLBuffer) {
    html.raw("<desc id=\"")
    id("description", into: &html)
    html.raw("\">单位：")
    html.text(chart.unit.rawValue)
    html.raw("。\n")
    for (item, change) in zip(chart.items, changes) {
      html.text(item.label)
      html.raw("：")
      html.text(chart.form.previousTitle)
      chart.append(item.previous, to: &html)
      html.raw("，")
      html.text(chart.form.currentTitle)
      chart.append(item.current, to: &html)
      html.raw("，")
      html.text(change)
      html.raw("。\n")
    }
    html.raw("</desc>\n")
  }

  private func separator(at y: Int, into html: inout HTMLBuffer) {
    html.raw("<line class=\"separator\" x1=\"0\" y1=\"")
    html.number(y)
    html.raw("\" x2=\"")
    html.number(Self.width)
    html.raw("\" y2=\"")
    html.number(y)
    html.raw("\" stroke=\"#d6dce3\"/>\n")
  }

  private func group(
    _ item: ComparisonChart.Item, _ change: String, top: Int, _ scale: ChartScale,
    into html: inout HTMLBuffer
  ) {
    html.raw(item.isTotal ? "<g class=\"group total\">" : "<g class=\"group\">")
    text(
      item.label, class: "item", x: (item.level - 1) * 20, y: top + 22, size: "15", into: &html)
    text(
      change, class: "change", x: Self.width, y: top + 22, size: "13", atEnd: true, into: &html)
    html.raw("<line class=\"baseline\" x1=\"")
    html.number(Self.barStart)
    html.raw("\" y1=\"")
    html.number(top + 29)
    html.raw("\" x2=\"")
    html.number(Self.barStart)
    html.raw("\" y2=\"")
    html.number(top + 63)
    html.raw("\" stroke=\"#8793a0\"/>")
    bar(
      item.previous, previousYear, "previous", fill: "#7d92a8", top: top + 30, scale, into: &html)
    bar(item.current, currentYear, "current", fill: "#14497c", top: top + 47, scale, into: &html)
    html.raw("</g>\n")
  }

  /// One year's bar with the year before it and the amount behind it. Zero has no bar: the amount
  /// then stands at the baseline.
  private func bar(
    _ amount: Amount?, _ year: String, _ kind: StaticString, fill: StaticString, top: Int,
    _ scale: ChartScale, into html: inout HTMLBuffer
  ) {
    text(
      year, class: "year", x: Self.barStart - 8, y: top + 12, size: "12.5", atEnd: true,
      into: &html)
    let length = amount.map { scale.length(of: $0.value) } ?? .zero
    if !length.isZero {
      html.raw("<rect class=\"bar ")
      html.raw(kind)
      html.raw("\" x=\"")
      html.number(Self.barStart)
      html.raw("\" y=\"")
      html.number(top)
      html.raw("\" width=\"")
      html.amount(length, grouped: false)
      html.raw("\" height=\"15\" fill=\"")
      html.raw(fill)
      html.raw("\"/>")
    }
    let end = ExactDecimal(Self.barStart + 6).adding(length) ?? length
    html.raw("<text class=\"value\" x=\"")
    html.amount(end, grouped: false)
    html.raw("\" y=\"")
    html.number(top + 12)
    html.raw(".5\" font-size=\"13.5\">")
    chart.append(amount, to: &html)
    html.raw("</text>")
  }

  /// `2020年` out of `2020年预算数`: there is little room beside the bars.
  private static func year(_ title: String) -> String {
    guard let end = title.firstIndex(of: "年") else { return title }
    return String(title[...end])
  }

  private func text(
    _ words: String, class name: StaticString, x: Int, y: Int, size: StaticString,
    atEnd: Bool = false, into html: inout HTMLBuffer
  ) {
    html.raw("<text class=\"")
    html.raw(name)
    html.raw("\" x=\"")
    html.number(x)
    html.raw("\" y=\"")
    html.number(y)
    html.raw("\" font-size=\"")
    html.raw(size)
    html.raw(atEnd ? "\" text-anchor=\"end\">" : "\">")
    html.text(words)
    html.raw("</text>")
  }
}
