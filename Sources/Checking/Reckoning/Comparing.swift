import Budget

/// Two computed sides and whether what must hold between them holds.
struct Comparing {
  let left: Side
  let right: Side
  let comparison: Relation.Comparison
  let holds: Bool

  /// A computed side.
  struct Side {
    let operands: Operands
    let value: ExactDecimal
    let dimension: Dimension

    /// The value and what it is made of, for people: in the unit of its own cells.
    func result(in report: Report) -> CheckResult.Side {
      let unit = unit(in: report)
      return CheckResult.Side(
        total: Amount(value.inUnit(unit) ?? value, value.inUnit(unit) == nil ? .yuan : unit),
        terms: operands.all.map(\.term))
    }

    /// The unit that all cells and facts of the side share; else 元.
    private func unit(in report: Report) -> Unit {
      var shared: Unit?
      for operand in operands.all {
        let unit: Unit
        switch operand.term.source {
        case .cell(let address): unit = report.tables[address.table].form.unit
        case .fact(let index): unit = report.facts[index].figure.amount?.unit ?? .yuan
        case .number: continue
        }
        guard shared == nil || shared == unit else { return .yuan }
        shared = unit
      }
      return shared ?? .yuan
    }
  }

  /// Compares two sums of gathered operands.
  static func sums(
    _ left: Operands, _ comparison: Relation.Comparison, _ right: Operands
  ) -> Result<Comparing, ReckoningFailure> {
    compare(left, comparison, right) { operands, rounding in
      Reckoning.sum(operands.all[...], rounding)
    }
  }

  /// Compares the two sides of a relation for `subject`.
  static func relation(
    _ left: PreparedExpression, _ comparison: Relation.Comparison, _ right: PreparedExpression,
    in index: ReportIndex, for subject: CheckSubject?
  ) -> Result<Comparing, ReckoningFailure> {
    var leftOperands = Operands()
    var rightOperands = Operands()
    if let failure = leftOperands.gather(left.root, in: index, for: subject)
      ?? rightOperands.gather(right.root, in: index, for: subject)
    {
      return .failure(failure)
    }
    var isLeft = true
    return compare(leftOperands, comparison, rightOperands) { operands, rounding in
      defer { isLeft = false }
      return Reckoning.value(of: isLeft ? left : right, operands, rounding)
    }
  }

  private static func compare(
    _ left: Operands, _ comparison: Relation.Comparison, _ right: Operands,
    compute: (Operands, Rounding) -> Result<Quantity, ReckoningFailure>
  ) -> Result<Comparing, ReckoningFailure> {
    let rounding = Rounding(left.all, right.all, in: .tables)
    switch (compute(left, rounding), compute(right, rounding)) {
    case (.failure(let failure), _), (_, .failure(let failure)):
      return .failure(failure)
    case (.success(let first), .success(let second)):
      guard first.dimension.shared(with: second.dimension) != nil else {
        return .failure(.dimensions)
      }
      guard let difference = first.value.subtracting(second.value),
        let sum = first.slack.adding(second.slack)
      else { return .failure(.overflow) }
      let isPlain = left.all.count == 1 && right.all.count == 1
      let room =
        rounding.matters && isPlain
        ? Rounding.room(
          between: rounding.precision(of: left.all[0]), and: rounding.precision(of: right.all[0]))
        : sum
      return .success(
        Comparing(
          left: Side(operands: left, value: first.value, dimension: first.dimension),
          right: Side(operands: right, value: second.value, dimension: second.dimension),
          comparison: comparison, holds: comparison.holds(for: difference, within: room)))
    }
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
