import Budget

/// Two computed sides and whether what must hold between them holds.
struct Comparing {
  let left: CheckResult.Side
  let right: CheckResult.Side
  let comparison: Relation.Comparison
  let holds: Bool
}

extension Workbench {
  /// Compares the two sides of a relation for `subject`.
  mutating func compare(
    _ left: PreparedExpression, _ comparison: Relation.Comparison, _ right: PreparedExpression,
    for subject: CheckSubject?
  ) throws(ReckoningFailure) -> Comparing {
    let start = begin()
    do {
      let first = try gather(left, for: subject)
      let second = try gather(right, for: subject)
      if first.isExactSum, second.isExactSum, let difference = first.sum.minus(second.sum) {
        return Comparing(
          left: side(first.sum, first.terms), right: side(second.sum, second.terms),
          comparison: comparison, holds: comparison.holds(for: difference, within: .zero))
      }
      return try compare(left, first, comparison, right, second)
    } catch {
      discard(from: start)
      throw error
    }
  }

  /// Compares sides that are more than exact sums.
  private func compare(
    _ left: PreparedExpression, _ first: Gathered, _ comparison: Relation.Comparison,
    _ right: PreparedExpression, _ second: Gathered
  ) throws(ReckoningFailure) -> Comparing {
    let (own, others) = (operands(of: first.terms), operands(of: second.terms))
    let rounding = Rounding(own + others, in: .tables)
    let value = try Reckoning.value(of: left.expression, first, on: self, own, rounding)
    let other = try Reckoning.value(of: right.expression, second, on: self, others, rounding)
    guard value.dimension.shared(with: other.dimension) != nil else { throw .dimensions }
    guard let difference = value.value.minus(other.value), let sum = value.slack.plus(other.slack)
    else { throw .overflow }
    var room = sum
    if rounding.matters, own.count == 1, others.count == 1 {
      room = Rounding.room(
        between: rounding.precision(of: own[0]), and: rounding.precision(of: others[0]))
    }
    return Comparing(
      left: side(value.value, first.terms), right: side(other.value, second.terms),
      comparison: comparison, holds: comparison.holds(for: difference, within: room))
  }

  /// A side with the given value in yuan, for people: in the unit that its values share.
  private func side(_ value: ExactDecimal, _ terms: Range<Int>) -> CheckResult.Side {
    let unit = sharedUnit(of: terms)
    let total = value.inUnit(unit)
    return CheckResult.Side(
      total: Amount(total ?? value, total == nil ? .yuan : unit), terms: terms)
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
