import Budget

/// Two computed sides and whether what must hold between them holds.
struct Comparing {
  let left: CheckResult.Side
  let right: CheckResult.Side
  let comparison: Relation.Comparison
  let holds: Bool
}

extension CheckRun {
  /// Compares the two sides of a relation for `subject`.
  mutating func compare(
    _ left: PreparedExpression, _ comparison: Relation.Comparison, _ right: PreparedExpression,
    for subject: CheckSubject?
  ) throws(ReckoningFailure) -> Comparing {
    bench.clear()
    try bench.gather(left, for: subject)
    let (middle, middleSpan) = (bench.operands.count, bench.spans.count)
    try bench.gather(right, for: subject)
    let rounding = Rounding(bench.operands, in: .tables)
    let first = try Reckoning.value(
      of: left.plan, bench.operands[..<middle], bench.spans[..<middleSpan], rounding)
    let second = try Reckoning.value(
      of: right.plan, bench.operands[middle...], bench.spans[middleSpan...], rounding)
    guard first.dimension.shared(with: second.dimension) != nil else { throw .dimensions }
    guard let difference = first.value.minus(second.value),
      let sum = first.slack.plus(second.slack)
    else { throw .overflow }
    var room = sum
    if rounding.matters, middle == 1, bench.operands.count == 2 {
      room = Rounding.room(
        between: rounding.precision(of: bench.operands[0]),
        and: rounding.precision(of: bench.operands[1]))
    }
    return Comparing(
      left: side(first.value, of: 0..<middle),
      right: side(second.value, of: middle..<bench.operands.count),
      comparison: comparison, holds: comparison.holds(for: difference, within: room))
  }

  /// A side with the given value in yuan, for people: in the unit that its values share.
  private mutating func side(_ value: ExactDecimal, of operands: Range<Int>) -> CheckResult.Side {
    let unit = sharedUnit(of: operands)
    let total = value.inUnit(unit)
    return CheckResult.Side(
      total: Amount(total ?? value, total == nil ? .yuan : unit), terms: keepTerms(of: operands))
  }

  /// The terms of gathered values, in their place among all terms.
  mutating func keepTerms(of operands: Range<Int>) -> Range<Int> {
    let start = terms.count
    for place in operands { terms.append(bench.operands[place].term) }
    return start..<terms.count
  }

  /// The unit of all cells and facts; 元 where they differ or there are none.
  private func sharedUnit(of operands: Range<Int>) -> Unit {
    var shared: Unit?
    for place in operands {
      if case .number = bench.operands[place].term.source { continue }
      let unit = bench.operands[place].unit
      guard shared == nil || shared == unit else { return .yuan }
      shared = unit
    }
    return shared ?? .yuan
  }
}

extension Relation.Comparison {
  /// Whether it holds between two values that differ by `difference` and may do so by `room`.
  func holds(for difference: ExactDecimal, within room: ExactDecimal) -> Bool {
    switch self {
    case .equal: difference.magnitude <= room
    case .atMost: difference <= room
    case .atLeast: difference.negated <= room
    }
  }
}

extension ExactDecimal {
  /// The sum, quickly where both are written with the same decimals; `nil` if it does not fit.
  func plus(_ other: ExactDecimal) -> ExactDecimal? {
    guard scale == other.scale else {
      if other.isZero { return self }
      return isZero ? other : adding(other)
    }
    return ExactDecimal(
      computed: coefficient.addingReportingOverflow(other.coefficient), scale: scale)
  }

  /// The difference; `nil` if it does not fit.
  func minus(_ other: ExactDecimal) -> ExactDecimal? { plus(other.negated) }
}
