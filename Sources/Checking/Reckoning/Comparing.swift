import Budget

/// Two computed sides and whether what must hold between them holds.
struct Comparing {
  let left: CheckResult.Side
  let right: CheckResult.Side
  let comparison: Relation.Comparison
  let holds: Bool

  /// Compares the two sides of a relation for `subject`.
  static func relation(
    _ left: PreparedExpression, _ comparison: Relation.Comparison, _ right: PreparedExpression,
    on bench: Workbench, for subject: CheckSubject?
  ) -> Result<Comparing, ReckoningFailure> {
    bench.left.clear()
    bench.right.clear()
    if let failure = bench.gather(left.root, into: &bench.left, for: subject)
      ?? bench.gather(right.root, into: &bench.right, for: subject)
    {
      return .failure(failure)
    }
    let rounding = Rounding(bench.left.all, bench.right.all, in: .tables)
    switch (
      Reckoning.value(of: left, bench.left, rounding),
      Reckoning.value(of: right, bench.right, rounding)
    ) {
    case (.failure(let failure), _), (_, .failure(let failure)):
      return .failure(failure)
    case (.success(let first), .success(let second)):
      return compare(first, comparison, second, rounding, on: bench)
    }
  }

  private static func compare(
    _ first: Quantity, _ comparison: Relation.Comparison, _ second: Quantity, _ rounding: Rounding,
    on bench: Workbench
  ) -> Result<Comparing, ReckoningFailure> {
    guard first.dimension.shared(with: second.dimension) != nil else {
      return .failure(.dimensions)
    }
    guard let difference = first.value.minus(second.value),
      let sum = first.slack.plus(second.slack)
    else { return .failure(.overflow) }
    var room = sum
    if rounding.matters, bench.left.all.count == 1, bench.right.all.count == 1 {
      room = Rounding.room(
        between: rounding.precision(of: bench.left.all[0]),
        and: rounding.precision(of: bench.right.all[0]))
    }
    return .success(
      Comparing(
        left: bench.left.side(value: first.value), right: bench.right.side(value: second.value),
        comparison: comparison, holds: comparison.holds(for: difference, within: room)))
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
