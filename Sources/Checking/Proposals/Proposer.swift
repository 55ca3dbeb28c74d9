import Budget

/// Looks for what a figure could be bound to, and ranks it by the words around the figure.
struct Proposer {
  let values: ReportValues
  let passage: Passage
  let place: Int

  private var figure: Passage.Figure { passage.figures[place] }

  /// The candidates, the likeliest first.
  func candidates() -> [Proposal] {
    guard let printed = figure.printed else { return [] }
    var found: [Proposal] = []
    if printed.amount != nil {
      found = repeated(printed)
      if found.isEmpty, !printed.number.isZero { found = derived(printed) }
    } else {
      found = ratios(printed)
    }
    var seen: Set<String> = []
    return found.sorted {
      ($1.score, $0.expression.utf8.count, $0.expression) < (
        $0.score, $1.expression.utf8.count, $1.expression
      )
    }
    .filter { seen.insert($0.expression).inserted }
  }

  /// Cells and facts of the same value.
  private func repeated(_ printed: PrintedFigure) -> [Proposal] {
    // Nothing is so common that only words can tell one from the other.
    values.all.filter { agrees(printed, $0.value) && (!printed.number.isZero || affinity($0) > 8) }
      .map { value in
        Proposal(
          expression: Expression.reference(value.reference).description,
          reason: "与\(name(value))相同", score: 100 + affinity(value) + value.rank)
      }
  }

  /// Sums and differences of two prominent values.
  private func derived(_ printed: PrintedFigure) -> [Proposal] {
    let prominent = values.all.filter {
      $0.isProminent && $0.dimension == .money && !$0.value.isZero
    }
    var found: [Proposal] = []
    for (number, first) in prominent.enumerated() {
      for second in prominent[(number + 1)...] {
        if let sum = first.value.adding(second.value), agrees(printed, sum) {
          found.append(proposal(.plus, first, second, "两数之和"))
        }
        guard let difference = first.value.subtracting(second.value) else { continue }
        if agrees(printed, difference) {
          found.append(proposal(.minus, first, second, "两数之差"))
        } else if agrees(printed, difference.negated) {
          found.append(proposal(.minus, second, first, "两数之差"))
        }
      }
    }
    return found
  }

  /// Shares of the figures before, and rates of change between them.
  private func ratios(_ printed: PrintedFigure) -> [Proposal] {
    let nearby = passage.figures[..<place].suffix(4).compactMap(\.printed?.amount?.inYuan)
    let money = values.all.filter { value in
      value.dimension == .money && !value.value.isZero
        && nearby.contains { $0 == value.value }
    }
    var found = values.all.filter { $0.dimension == .ratio && agrees(printed, $0.value) }.map {
      Proposal(
        expression: Expression.reference($0.reference).description, reason: "与\(name($0))相同",
        score: 100 + affinity($0))
    }
    for first in money {
      for second in money where first.source != second.source {
        if let share = first.value.divided(by: second.value, decimals: 12), agrees(printed, share) {
          found.append(proposal(.dividedBy, first, second, "两数之比"))
        }
        guard let change = first.value.subtracting(second.value), !change.isZero,
          let rate = change.divided(by: second.value, decimals: 12)
        else { continue }
        let isRise = agrees(printed, rate)
        guard isRise || agrees(printed, rate.negated) else { continue }
        let (a, b) = (Expression.reference(first.reference), Expression.reference(second.reference))
        let expression = Expression.operation(
          .dividedBy, isRise ? .operation(.minus, a, b) : .operation(.minus, b, a), b)
        found.append(
          Proposal(
            expression: expression.description,
            reason: "\(name(first))比\(name(second))的变动幅度",
            score: 60 + affinity(first) + affinity(second) + first.rank + second.rank))
      }
    }
    return found
  }

  private func proposal(
    _ operation: Expression.Operator, _ first: ReportValues.Value, _ second: ReportValues.Value,
    _ what: String
  ) -> Proposal {
    Proposal(
      expression: Expression.operation(
        operation, .reference(first.reference), .reference(second.reference)
      ).description,
      reason: "\(name(first))与\(name(second))\(what)",
      score: 40 + affinity(first) + affinity(second) + first.rank + second.rank)
  }

  /// Whether the figure is a rounding of the value.
  private func agrees(_ printed: PrintedFigure, _ value: ExactDecimal) -> Bool {
    guard let difference = printed.value.subtracting(value) else { return false }
    return difference.magnitude <= .half(ofDigit: printed.precision)
  }

  private func name(_ value: ReportValues.Value) -> String {
    values.report.name(of: Term(value.source))
  }

  /// How much of the value's names stands near the figure: in its sentence, most of all in the
  /// words right before it.
  private func affinity(_ value: ReportValues.Value) -> Int {
    let start = figure.range.lowerBound
    let from = place > 0 ? passage.figures[place - 1].range.upperBound : passage.scalars.startIndex
    let before = passage.scalars[min(from, start)..<start]
    let sentence = Years.sentence(around: start, in: passage.scalars)
    var score = 0
    for word in value.words where !word.isEmpty {
      let word = Word(stringLiteral: word)
      if before.firstPlace(of: word) != nil {
        score += 4 + min(8, word.scalars.count)
      } else if sentence.firstPlace(of: word) != nil {
        score += min(4, word.scalars.count)
      } else {
        score += Int(Wording.likeness(word.scalars, Array(before)) * 4)
      }
    }
    return score
  }
}
