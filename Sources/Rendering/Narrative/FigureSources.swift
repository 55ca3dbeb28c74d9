import Budget

/// The figures of a narrative with their marks, and the explanations of those that are more than a
/// cell repeated: derived figures, outside facts, acknowledged mistakes.
struct FigureSources {
  /// A figure of the narrative.
  struct Figure {
    let result: FigureResult
    let mark: FigureMark
    /// The id of its explanation on the narrative's page; `nil` if its link says all.
    let explanation: String?
  }

  let report: Report
  let index: ReportIndex
  let verification: Verification
  let links: CellLinks
  /// All figures, in reading order; a figure without a binding has a mark that nothing shows.
  let figures: [Figure]
  private let bound: [Int: BoundFigure]

  init(_ report: Report, _ verification: Verification, index: ReportIndex) {
    self.report = report
    self.index = index
    self.verification = verification
    links = CellLinks(report)
    bound = Dictionary(
      report.narrative.boundFigures.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    figures = verification.figures.map { result in
      // An id made of the words stays the same when a sentence is added elsewhere.
      let count = seen[result.text, default: 0] + 1
      seen[result.text] = count
      let name = RowName.withoutSpaces(result.text) + (count > 1 ? "-\(count)" : "")
      let isCell = result.state == .verified && result.repeatedCell != nil
      let explanation = result.binding == nil || isCell ? nil : "source-" + name
      let href =
        isCell
        ? result.repeatedCell.map { report.link(to: $0) }
        : explanation.map { "#" + $0 }
      return Figure(
        result: result,
        mark: FigureMark(
          id: "figure-" + name, href: href.map(LinkFragment.encodedLink),
          classes: Self.classes(result), note: result.note),
        explanation: explanation)
    }
  }

  /// The marks of the bound figures, by their index in the narrative.
  var marks: [FigureMark] {
    var marks: [Int: FigureMark] = [:]
    for figure in figures {
      if let binding = figure.result.binding { marks[binding] = figure.mark }
    }
    return (0..<((marks.keys.max() ?? -1) + 1)).map {
      marks[$0] ?? FigureMark(id: "figure-unbound-\($0)", href: nil, classes: [], note: "")
    }
  }

  private static func classes(_ result: FigureResult) -> [String] {
    switch result.state {
    case .verified: result.repeatedCell == nil ? ["derived"] : []
    case .external, .acknowledged, .failed: [result.state.rawValue]
    case .unbound: []
    }
  }

  /// The explanations as a list; empty if no figure needs one.
  func explanations() -> [UInt8] {
    let explained = figures.filter { $0.explanation != nil }
    guard !explained.isEmpty else { return [] }
    var html = HTMLBuffer(capacity: 512 * explained.count)
    html.raw("<ol class=\"figure-sources\">\n")
    for figure in explained { explain(figure, into: &html) }
    html.raw("</ol>\n")
    return html.bytes
  }

  private func explain(_ figure: Figure, into html: inout HTMLBuffer) {
    let result = figure.result
    html.raw("<li id=\"")
    html.text(figure.explanation ?? "")
    html.raw("\"><a class=\"back\" href=\"#")
    html.text(LinkFragment.encoded(figure.mark.id))
    html.raw("\">")
    html.text(result.text)
    html.raw("</a>")
    formula(of: figure, into: &html)
    if result.state == .acknowledged || result.state == .failed {
      html.raw("<p class=\"disagreement\">原文为")
      html.text(result.text)
      html.raw("，按上式应为")
      html.text((result.expected ?? "—") + unit(of: result))
      html.raw("，相差")
      html.text((result.difference ?? "—") + unit(of: result))
      html.raw("。</p>")
    }
    html.raw("\n<ul>\n")
    for term in distinct(result.terms) { operand(term, into: &html) }
    html.raw("</ul>\n</li>\n")
  }

  private func formula(of figure: Figure, into html: inout HTMLBuffer) {
    guard let binding = figure.result.binding,
      let bound = bound[binding], !isPlainFact(figure.result)
    else { return }
    html.raw(" <span class=\"formula\">")
    html.raw(figure.result.expected == figure.result.stated ? "＝ " : "≠ ")
    FormulaText(report: report, index: index, links: links).append(bound.expression, into: &html)
    html.raw("</span>")
  }

  /// An outside fact repeated: its source says all, a formula would say the number again.
  private func isPlainFact(_ result: FigureResult) -> Bool {
    guard result.terms.count == 1, case .fact = result.terms[0].source else { return false }
    return true
  }

  private func operand(_ term: Term, into html: inout HTMLBuffer) {
    switch term.source {
    case .number: return
    case .cell(let address):
      html.raw("<li>")
      links.open(address, into: &html)
      html.text(report.name(of: term))
      html.raw("</a>：")
      html.text(report.cell(at: address).isBlank ? "（空）" : report.text(of: term))
    case .fact(let index):
      html.raw("<li>")
      html.text(report.facts[index].name)
      html.raw("：")
      html.text(report.text(of: term))
      html.raw("（")
      html.text(report.facts[index].source)
      html.raw("）")
    }
    html.raw("</li>\n")
  }

  private func distinct(_ terms: [Term]) -> [Term] {
    var seen: Set<Term.Source> = []
    return terms.filter { seen.insert($0.source).inserted }
  }

  /// The unit that stands behind the figure's number.
  private func unit(of result: FigureResult) -> String {
    switch PrintedFigure(result.text)?.measure {
    case .money(let unit): unit.rawValue
    case .percent: "%"
    case nil: ""
    }
  }
}
