import Budget

/// The figures of a narrative with their marks, and the explanations of those that are more than a
/// cell repeated: derived figures, outside facts, acknowledged mistakes.
struct FigureSources {
  /// A figure of the narrative.
  struct Figure {
    /// The index of its result in ``Verification/figures``.
    let result: Int
    /// The id of its words within the narrative's page.
    let id: String
    /// The id of its explanation on the narrative's page; `nil` if its link says all.
    let explanation: String?
  }

  let report: Report
  let index: ReportIndex
  let verification: Verification
  let links: CellLinks
  /// All figures, in reading order; a figure without a binding has an id that nothing shows.
  let figures: [Figure]
  /// The marks of the bound figures, by their index in the narrative.
  let marks: [FigureMark]

  init(
    _ report: Report, _ verification: Verification, index: ReportIndex, links: CellLinks
  ) {
    self.report = report
    self.index = index
    self.verification = verification
    self.links = links
    var seen: [ExactText: Int] = Dictionary(minimumCapacity: verification.figures.count)
    var figures: [Figure] = []
    figures.reserveCapacity(verification.figures.count)
    let bound = (verification.figures.lazy.compactMap(\.binding).max() ?? -1) + 1
    var marks = Array(repeating: FigureMark.none, count: bound)
    for index in verification.figures.indices {
      let result = verification.figures[index]
      // An id made of the words stays the same when a sentence is added elsewhere.
      var name = RowName.withoutSpaces(result.text)
      let count = Self.counted(&seen[ExactText(name), default: 0])
      if count > 1 { name += "-\(count)" }
      let repeated = verification.repeatedCell(of: result)
      let cell = result.state == .verified ? repeated : nil
      let explanation = result.binding == nil || cell != nil ? nil : "source-" + name
      let id = "figure-" + name
      figures.append(Figure(result: index, id: id, explanation: explanation))
      if let binding = result.binding {
        marks[binding] = FigureMark(
          id: id,
          href: cell.map { links.address(of: $0) }
            ?? explanation.map { "#" + LinkFragment.encoded($0) },
          kind: Self.kind(of: result, isDerived: repeated == nil), note: result.note)
      }
    }
    self.figures = figures
    self.marks = marks
  }

  /// One more than before.
  private static func counted(_ count: inout Int) -> Int {
    count += 1
    return count
  }

  private static func kind(of result: FigureResult, isDerived: Bool) -> StaticString? {
    switch result.state {
    case .verified: isDerived ? "derived" : nil
    case .external: "external"
    case .acknowledged: "acknowledged"
    case .failed: "failed"
    case .unchecked, .unbound: nil
    }
  }

  /// The explanations as a list; empty if no figure needs one.
  func explanations() -> [UInt8] {
    guard figures.contains(where: { $0.explanation != nil }) else { return [] }
    var html = HTMLBuffer(capacity: 512 * figures.count)
    let formulas = FormulaText(report: report, index: index, links: links)
    html.raw("<ol class=\"figure-sources\">\n")
    for figure in figures {
      guard let id = figure.explanation else { continue }
      explain(figure, as: id, formulas, into: &html)
    }
    html.raw("</ol>\n")
    return html.bytes
  }

  private func explain(
    _ figure: Figure, as id: String, _ formulas: FormulaText, into html: inout HTMLBuffer
  ) {
    let result = verification.figures[figure.result]
    html.raw("<li id=\"")
    html.text(id)
    html.raw("\"><a class=\"back\" href=\"#")
    html.fragment(figure.id)
    html.raw("\">")
    html.text(result.text)
    html.raw("</a>")
    formula(of: result, formulas, into: &html)
    if result.state == .acknowledged || result.state == .failed {
      html.raw("<p class=\"disagreement\">原文为")
      html.text(result.text)
      html.raw("，按上式应为")
      number(result.expected, of: result, into: &html)
      html.raw("，相差")
      number(result.difference, of: result, into: &html)
      html.raw("。</p>")
    }
    html.endLine()
    // The sum of no rows is made of nothing.
    if verification.terms[result.terms].contains(where: \.isSource) {
      html.raw("<ul>\n")
      operands(of: result, into: &html)
      html.raw("</ul>\n")
    }
    html.raw("</li>\n")
  }

  private func formula(
    of result: FigureResult, _ formulas: FormulaText, into html: inout HTMLBuffer
  ) {
    guard result.binding != nil, let expression = result.expression, !isPlainFact(result) else {
      return
    }
    html.raw(" <span class=\"formula\">")
    switch result.state {
    case .unchecked: html.raw("未核对：")
    default: html.raw(result.expected == result.stated ? "＝ " : "≠ ")
    }
    formulas.append(expression, into: &html)
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
  private func operands(of result: FigureResult, into html: inout HTMLBuffer) {
    let terms = verification.terms[result.terms]
    // Most have two or three, which need no hashing.
    let areFew = terms.count <= 8
    var seen: Set<Term.Source> = []
    for place in terms.indices {
      let source = terms[place].source
      let isNew =
        areFew
        ? !terms[..<place].contains { $0.source == source } : seen.insert(source).inserted
      if isNew { operand(terms[place], into: &html) }
    }
  }

  private func number(
    _ number: ExactDecimal?, of result: FigureResult, into html: inout HTMLBuffer
  ) {
    html.text((number?.description ?? "—") + unit(of: result))
  }

  /// The unit that stands behind the figure's number.
  private func unit(of result: FigureResult) -> String {
    PrintedFigure(result.text)?.measure.sign ?? ""
  }
}
