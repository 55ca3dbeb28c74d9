import Budget

/// What is wrong with a text that is not YAML. A parser stops at the first fault; since whoever writes
/// one colon of full width writes all of them so, the text is read again as it is meant.
struct YAMLSlips {
  /// So many bytes are read again for one file.
  private static let readingLimit = 16 << 20

  private var source: SourceText
  private var lines: SourceLines
  private var found: [Int: Finding] = [:]
  private var bytesRead = 0

  /// The faults of a text in which a parser met `problem`, in their order. None are said of a text that
  /// is a single value, if no colon is to blame for that.
  static func findings(_ problem: YAMLProblem, in source: SourceText) -> [Finding] {
    var slips = YAMLSlips(source: source, lines: SourceLines(source))
    var next = Optional(problem)
    while let problem = next { next = slips.explain(problem) }
    return slips.found.keys.sorted().compactMap { slips.found[$0] }
  }

  /// Finds what is to blame for a problem; the next one, if there may be more.
  private mutating func explain(_ problem: YAMLProblem) -> YAMLProblem? {
    let suspects = suspects(of: problem)
    if problem.isWithinBrackets {
      // How a text would be read on can only be seen once its brackets are closed.
      for slip in suspects where slip.isOfKey { add(slip.finding) }
    } else if let (blamed, next) = colons(among: suspects, for: problem) {
      for slip in blamed { add(slip.finding) }
      source = Self.corrected(source, blamed)
      lines = SourceLines(source)
      return next
    }
    let explanation = YAMLSyntaxExplanation(source: source, lines: lines)
    if let finding = explanation.finding(for: problem) { add(finding) }
    return nil
  }

  /// The columns of a line with a correction are no more those of the file.
  private mutating func add(_ finding: Finding) {
    let line = finding.position.line
    if found[line] == nil { found[line] = finding }
  }

  /// The slips that may be to blame. A line with a slip is read on as a text until there is a key, or
  /// none can be; so they are the ones behind the last key before the problem, or behind the bracket.
  private func suspects(of problem: YAMLProblem) -> [ColonSlip] {
    guard let place = problem.place else { return [] }
    var suspects: [ColonSlip] = []
    var line = min(place.end.line, lines.count)
    let start = problem.isWithinBrackets ? place.start.line : 0
    while line > start, line == place.end.line || !ColonSlip.isKey(line, of: lines) {
      if found[line] == nil, let slip = ColonSlip(inLine: line, of: lines, file: source.file) {
        suspects.append(slip)
      }
      line -= 1
    }
    return suspects.reversed()
  }

  /// The slips without which a text can be read further, and the problem that there is then.
  private mutating func colons(
    among suspects: [ColonSlip], for problem: YAMLProblem
  ) -> (slips: [ColonSlip], next: YAMLProblem?)? {
    var blamed: [ColonSlip] = []
    for slip in suspects where bytesRead < Self.readingLimit {
      let next = self.problem(without: blamed + [slip])
      if let next, next.isSecondColon, next.place?.end.line == slip.line { continue }
      blamed.append(slip)
      guard reads(next, furtherThan: problem, to: slip) else { continue }
      return withoutInnocent((blamed, next), for: problem)
    }
    return nil
  }

  /// What remains to be blamed without the slips that make no difference, as those of a text do.
  private mutating func withoutInnocent(
    _ blamed: (slips: [ColonSlip], next: YAMLProblem?), for problem: YAMLProblem
  ) -> (slips: [ColonSlip], next: YAMLProblem?) {
    var blamed = blamed
    for slip in blamed.slips.dropLast() {
      let others = blamed.slips.filter { $0.line != slip.line }
      let next = self.problem(without: others)
      if reads(next, furtherThan: problem, to: others[others.count - 1]) { blamed = (others, next) }
    }
    return blamed
  }

  /// Whether the next problem comes later than one, or is another of the line of the last correction.
  private func reads(
    _ next: YAMLProblem?, furtherThan problem: YAMLProblem, to slip: ColonSlip
  ) -> Bool {
    guard let next = next?.place, let place = problem.place else { return true }
    if next.end.line == slip.line { return place.end.line > slip.line }
    return (next.end.line, next.end.column, next.start.line)
      > (place.end.line, place.end.column, place.start.line)
  }

  private mutating func problem(without slips: [ColonSlip]) -> YAMLProblem? {
    bytesRead += source.bytes.count
    return YAMLParser.problem(in: Self.corrected(source, slips))
  }

  /// The text with the colons that are meant.
  private static func corrected(_ source: SourceText, _ slips: [ColonSlip]) -> SourceText {
    var bytes = source.bytes
    for slip in slips.reversed() { bytes.replaceSubrange(slip.range, with: ": ".utf8) }
    return SourceText(file: source.file, bytes: bytes, encoding: source.encoding)
  }
}
