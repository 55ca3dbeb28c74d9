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

  init(
    _ report: Report, _ verification: Verification, index: ReportIndex, links: CellLinks
  ) {
    self.report = report
    self.index = index
    self.verification = verification
    self.links = links
    var seen: [ExactText: Int] = Dictionary(minimumCapacity: verification.figures.count)
    figures = verification.figures.map { result in
      // An id made of the words stays the same when a sentence is added elsewhere.
      let count = seen[ExactText(result.text), default: 0] + 1
      seen[ExactText(result.text)] = count
      var name = RowName.withoutSpaces(result.text)
      if count > 1 { name += "-\(count)" }
      let repeated = verification.repeatedCell(of: result)
      let cell = result.state == .verified ? repeated : nil
      let explanation = result.binding == nil || cell != nil ? nil : "source-" + name
      let href =
        cell.map(links.address) ?? explanation.map { "#" + LinkFragment.encoded($0) }
      return Figure(
        result: result,
        mark: FigureMark(
          id: "figure-" + name, href: href,
          kind: Self.kind(of: result, isDerived: repeated == nil), note: result.note),
        explanation: explanation)
    }
  }

  /// The marks of the bound figures, by their index in the narrative.
  var marks: [FigureMark] {
    let count = (figures.lazy.compactMap(\.result.binding).max() ?? -1) + 1
    var marks = (0..<count).map {
      FigureMark(id: "figure-unbound-\($0)", href: nil, kind: nil, note: "")
    }
    for figure in figures {
      if let binding = figure.result.binding { marks[binding] = figure.mark }
    }
    return marks
  }

  private static func kind(of result: FigureResult, isDerived: Bool) -> StaticString? {
    switch result.state {
    case .verified: isDerived ? "derived" : nil
    case .external: "external"
    case .acknowledged: "acknowledged"
    case .failed: "failed"
    case .unbound: nil
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
    for term in distinctTerms(of: result) { operand(term, into: &html) }
    html.raw("</ul>\n</li>\n")
  }

  private func formula(of figure: Figure, into html: inout HTMLBuffer) {
    guard figure.result.binding != nil, let expression = figure.result.expression,
      !isPlainFact(figure.result)
    else { return }
    html.raw(" <span class=\"formula\">")
    html.raw(figure.result.expected == figure.result.stated ? "＝ " : "≠ ")
    FormulaText(report: report, index: index, links: links).append(expression, into: &html)
    html.raw("</span>")
  }

  /// An outside fact repeated: its source says all, a formula would say the number again.
  private func isPlainFact(_ result: FigureResult) -> Bool {
    guard result.terms.count == 1,
      case .fact = verification.terms[result.terms.lowerBound].source
    else { return false }
    return true
  }

  private func operand(_ term: Term, into html: inout HTMLBuffer) {
    switch term.source {
    case .number: return
    case .cell(let address):
      html.raw("<li>")
      links.open(address, into: &html)
      links.name(of: address, into: &html)
      html.raw("</a>：")
      links.value(address, into: &html)
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

  /// What a figure is made of, each once.
  private func distinctTerms(of result: FigureResult) -> [Term] {
    let terms = verification.terms[result.terms]
    // Most have two or three, which need no hashing.
    if terms.count <= 8 {
      return terms.indices.filter { place in
        !terms[..<place].contains { $0.source == terms[place].source }
      }.map { terms[$0] }
    }
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
