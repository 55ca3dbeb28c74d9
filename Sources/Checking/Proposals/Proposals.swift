import Budget

extension Checker {
  /// So many are proposed for a figure at most; a clerk has to read them.
  private static let mostCandidates = 5

  /// Bindings for every unbound figure of the narrative, in reading order.
  public static func proposals(for report: Report) -> [ProposedBinding] {
    let values = ReportValues(report)
    return report.narrative.passages.flatMap { passage in
      passage.figures.indices.compactMap { place -> ProposedBinding? in
        let figure = passage.figures[place]
        guard figure.binding == nil, figure.printed != nil, !figure.isMiswritten else { return nil }
        let proposer = Proposer(values: values, passage: passage, place: place)
        let candidates = proposer.candidates()
        return ProposedBinding(
          text: passage.text(of: figure), position: passage.position(of: figure),
          isWritable: figure.isBindable,
          candidates: candidates.prefix(mostCandidates).map(\.proposal),
          onlyAnswer: figure.isBindable ? proposer.onlyAnswer(among: candidates) : nil)
      }
    }
  }

  /// What to put into the source so that the figure has the binding: `[` before it and `](=…)`
  /// behind it. No visible character changes.
  ///
  /// `nil` where the source does not read as expected at that place, where a binding cannot stand,
  /// or where the expression cannot stand in a link.
  public static func insertions(
    for binding: ProposedBinding, expression: String, in source: String
  ) -> [SourceInsertion]? {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard binding.isWritable, lines.indices.contains(binding.position.line - 1),
      let destination = MarkdownDestination.notation(of: expression)
    else { return nil }
    let line = Array(lines[binding.position.line - 1].unicodeScalars)
    let start = binding.position.column - 1
    let words = Array(binding.text.unicodeScalars)
    guard start >= 0, start + words.count <= line.count,
      line[start..<(start + words.count)].elementsEqual(words),
      !MarkdownDestination.isInsideMarkup(line, start..<(start + words.count))
    else { return nil }
    let number = binding.position.line
    return [
      SourceInsertion(line: number, offset: start, text: "["),
      SourceInsertion(line: number, offset: start + words.count, text: "](\(destination))"),
    ]
  }

  /// The source with the insertions made, in whatever order they are given.
  public static func applying(_ insertions: [SourceInsertion], to source: String) -> String {
    var result = String.UnicodeScalarView()
    var byPlace: [Int: [Int: [String]]] = [:]
    for insertion in insertions {
      byPlace[insertion.line, default: [:]][insertion.offset, default: []].append(insertion.text)
    }
    var line = 1
    var offset = 0
    var previous: Unicode.Scalar?
    func insert() {
      for text in byPlace[line]?[offset] ?? [] { result.append(contentsOf: text.unicodeScalars) }
    }
    for scalar in source.unicodeScalars {
      insert()
      result.append(scalar)
      offset += 1
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && previous == "\r") { line += 1 }
        offset = 0
      }
      previous = scalar
    }
    insert()
    return String(result)
  }
}

/// An expression as the destination of a Markdown link.
enum MarkdownDestination {
  /// `=` and the expression; `nil` if it cannot stand there. White space is not part of the
  /// canonical notation; parentheses that do not pair, and backslashes, are escaped.
  static func notation(of expression: String) -> String? {
    guard !expression.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else {
      return nil
    }
    var open = 0
    var pairs = true
    for scalar in expression.unicodeScalars {
      if scalar == "(" { open += 1 }
      if scalar == ")" { open -= 1 }
      if open < 0 || open > 30 { pairs = false }
    }
    if open != 0 { pairs = false }
    var notation = String.UnicodeScalarView("=".unicodeScalars)
    for scalar in expression.unicodeScalars {
      if scalar == "\\" || (!pairs && (scalar == "(" || scalar == ")")) { notation.append("\\") }
      notation.append(scalar)
    }
    return String(notation)
  }

  /// Whether the place is inside a code span or a link of its line, told by the marks around it.
  static func isInsideMarkup(_ line: [Unicode.Scalar], _ place: Range<Int>) -> Bool {
    let before = line[..<place.lowerBound]
    if before.count(where: { $0 == "`" }) % 2 == 1 { return true }
    var open = 0
    for (index, scalar) in before.enumerated() where index == 0 || line[index - 1] != "\\" {
      if scalar == "[" { open += 1 }
      if scalar == "]" { open = max(0, open - 1) }
    }
    guard open > 0 else { return false }
    // An open bracket makes a link only where it is closed and followed by a destination.
    let after = line[place.upperBound...]
    guard let close = after.firstIndex(of: "]"), close + 1 < line.count else { return false }
    return line[close + 1] == "(" || line[close + 1] == "["
      || BindingNotation(at: close, in: line[...]) != nil
  }
}
