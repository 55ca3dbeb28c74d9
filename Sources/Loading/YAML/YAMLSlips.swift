import Budget

/// What is wrong with a text that is not YAML. A parser stops at the first fault; since whoever writes
/// one colon of full width writes all of them so, the text is read again as it is meant.
struct YAMLSlips {
  /// So many are said of one file.
  private static let limit = 200
  /// So many lines above a fault may have the colon that is to blame for it.
  private static let reach = 10

  private var source: SourceText
  private var lines: SourceLines
  private var found: [Int: Finding] = [:]

  /// The faults of a text in which a parser met `problem`, in their order.
  static func findings(_ problem: YAMLProblem, in source: SourceText) -> [Finding] {
    var slips = YAMLSlips(source: source, lines: SourceLines(source))
    slips.explain(problem)
    return slips.found.keys.sorted().compactMap { slips.found[$0] }
  }

  private mutating func explain(_ problem: YAMLProblem) {
    var next = Optional(problem)
    while let problem = next, found.count < Self.limit {
      guard let (slip, problem) = colon(before: problem) else {
        let finding = YAMLSyntaxExplanation(source: source, lines: lines).finding(for: problem)
        // The columns of a line with a correction are no more those of the file.
        if found[finding.position.line] == nil {
          found[finding.position.line] = finding
        }
        return
      }
      found[slip.finding.position.line] = slip.finding
      source = slip.corrected(source)
      lines = SourceLines(source)
      next = problem
    }
  }

  /// The colon that is to blame for a problem, and the problem that there is without it.
  private func colon(before problem: YAMLProblem) -> (ColonSlip, YAMLProblem?)? {
    guard let place = problem.place else { return nil }
    var guess: (ColonSlip, YAMLProblem?)?
    for line in suspects(place) where found[line] == nil {
      guard let slip = ColonSlip(inLine: line, of: lines, file: source.file) else { continue }
      let next = YAMLParser.problem(in: slip.corrected(source))
      guard let after = next?.place,
        (slip.original(after.end), slip.original(after.start)) <= (place.end, place.start)
      else { return (slip, next) }
      // Of what stands between brackets that are not closed, nothing can be read further.
      if guess == nil, problem.isWithinBrackets, slip.isOfKey { guess = (slip, next) }
    }
    return guess
  }

  /// The lines that may be to blame. What began the text that ends in a fault is nearer to its cause
  /// than its end.
  private func suspects(_ place: (end: YAMLMark, start: YAMLMark)) -> [Int] {
    let above = (1..<max(1, place.end.line)).reversed().lazy
      .filter { [lines] in !lines.range(ofLine: $0).isEmpty }
    var lines: [Int] = []
    for line in [place.start.line, place.end.line] + Array(above.prefix(Self.reach))
    where line >= 1 && !lines.contains(line) {
      lines.append(line)
    }
    return lines
  }
}
