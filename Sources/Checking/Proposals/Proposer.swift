import Budget

/// Looks for what a figure could be bound to, and ranks it by the words around the figure.
struct Proposer {
  let values: ReportValues
  let passage: Passage
  let place: Int
  /// The sentence of the figure, as far as it stands near.
  private let sentence: ArraySlice<Unicode.Scalar>

  init(values: ReportValues, passage: Passage, place: Int) {
    (self.values, self.passage, self.place) = (values, passage, place)
    // No sentence is longer, but text without full stops is not to be gone through for each figure.
    let (range, all) = (passage.figures[place].range, passage.scalars)
    let start = max(all.startIndex, range.lowerBound - 400)
    let end = min(all.endIndex, range.upperBound + 400)
    sentence = Years.sentence(around: range.lowerBound, in: all[start..<max(start, end)])
  }

  /// A proposal, and the one value that it repeats; none if it computes.
  struct Candidate {
    let proposal: Proposal
    var value: ReportValues.Value?
  }

  var figure: Passage.Figure { passage.figures[place] }

  /// The candidates, the likeliest first.
  func candidates() -> [Candidate] {
    guard let printed = figure.printed else { return [] }
    var found: [Candidate] = []
    if printed.amount != nil {
      found = repeated(printed)
      if found.isEmpty, !printed.number.isZero { found = derived(printed) }
    } else {
      found = ratios(printed)
    }
    var seen: Set<String> = []
    return found.sorted {
      let (first, second) = ($0.proposal, $1.proposal)
      return (second.score, first.expression.utf8.count, first.expression) < (
        first.score, second.expression.utf8.count, second.expression
      )
    }
    .filter { seen.insert($0.proposal.expression).inserted }
  }

  /// Cells and facts of the same value.
  private func repeated(_ printed: PrintedFigure) -> [Candidate] {
    // Nothing is so common that only words can tell one from the other.
    values.all.filter { agrees(printed, $0.value) && (!printed.number.isZero || affinity($0) > 8) }
      .map { repetition(of: $0, score: 100 + affinity($0) + $0.rank) }
  }

  private func repetition(of value: ReportValues.Value, score: Int) -> Candidate {
    Candidate(
      proposal: Proposal(
        expression: Expression.reference(value.reference).description,
        reason: "与\(name(value))相同", score: score),
      value: value)
  }

  /// Sums and differences of two prominent values, where the sentence speaks of one: among so many
  /// pairs, some have nearly any number that is not printed to the fen as their difference.
  private func derived(_ printed: PrintedFigure) -> [Candidate] {
    let speaks = (
      ofSum: sentence.containsAny(of: Self.sumWords),
      ofDifference: sentence.containsAny(of: Self.differenceWords)
    )
    guard speaks.ofSum || speaks.ofDifference else { return [] }
    let prominent = values.all.filter {
      $0.isProminent && $0.dimension == .money && !$0.value.isZero
    }
    var found: [Candidate] = []
    for (number, first) in prominent.enumerated() {
      for second in prominent[(number + 1)...] {
        if speaks.ofSum, let sum = first.value.adding(second.value), agrees(printed, sum) {
          found.append(proposal(.plus, first, second, "两数之和"))
        }
        guard speaks.ofDifference, let difference = first.value.subtracting(second.value) else {
          continue
        }
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
  private func ratios(_ printed: PrintedFigure) -> [Candidate] {
    let nearby = passage.figures[..<place].suffix(4).compactMap(\.printed?.amount?.inYuan)
    let money = values.all.filter { value in
      value.dimension == .money && !value.value.isZero
        && nearby.contains { $0 == value.value }
    }
    var found = values.all.filter { $0.dimension == .ratio && agrees(printed, $0.value) }.map {
      repetition(of: $0, score: 100 + affinity($0))
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
          Candidate(
            proposal: Proposal(
              expression: expression.description,
              reason: "\(name(first))比\(name(second))的变动幅度",
              score: 60 + affinity(first) + affinity(second) + first.rank + second.rank)))
      }
    }
    return found
  }

  private func proposal(
    _ operation: Expression.Operator, _ first: ReportValues.Value, _ second: ReportValues.Value,
    _ what: String
  ) -> Candidate {
    Candidate(
      proposal: Proposal(
        expression: Expression.operation(
          operation, .reference(first.reference), .reference(second.reference)
        ).description,
        reason: "\(name(first))与\(name(second))\(what)",
        score: 40 + affinity(first) + affinity(second) + first.rank + second.rank))
  }

  /// Whether the figure is a rounding of the value.
  private func agrees(_ printed: PrintedFigure, _ value: ExactDecimal) -> Bool {
    guard let difference = printed.value.subtracting(value) else { return false }
    return difference.magnitude <= .half(ofDigit: printed.precision)
  }

  private func name(_ value: ReportValues.Value) -> String {
    values.report.name(of: Term(value.source))
  }

  private static let sumWords: [Word] = ["合计", "共计", "总计", "之和", "总额", "总共", "两项", "加上", "共"]
  private static let differenceWords: [Word] =
    SentencePatterns.up + SentencePatterns.down + [
      "相差", "差额", "之差", "比", "较", "多于", "少于", "多出", "结余", "扣除", "减去", "变动", "变化",
    ]

  /// How much of the value's names stands near the figure: in its sentence, most of all in the
  /// words right before it.
  private func affinity(_ value: ReportValues.Value) -> Int {
    let start = figure.range.lowerBound
    let from = place > 0 ? passage.figures[place - 1].range.upperBound : passage.scalars.startIndex
    let before = passage.scalars[min(from, start)..<start]
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
