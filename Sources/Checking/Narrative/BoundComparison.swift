import Budget

/// A printed figure compared with the expression that it is bound to.
struct BoundComparison {
  /// What the expression gives: yuan, or the ratio for a percentage.
  let value: ExactDecimal
  /// What it is made of: a place in ``CheckRun/terms``.
  let terms: Range<Int>
  /// Whether the figure is a correct rounding of the value.
  let agrees: Bool
}

extension CheckRun {
  /// Compares a figure with the expression that it is bound to.
  mutating func compare(
    _ figure: PrintedFigure, with expression: Expression
  ) throws(ReckoningFailure) -> BoundComparison {
    let prepared = try PreparedExpression(report.formSet.plan(expression), in: index)
    bench.clear()
    try bench.gather(prepared, for: nil)
    let rounding = Rounding(bench.operands, in: .narrative)
    let quantity = try Reckoning.value(
      of: prepared.plan, bench.operands[...], bench.spans[...], rounding)
    guard quantity.dimension.shared(with: figure.dimension) != nil else { throw .dimensions }
    guard let difference = figure.value.subtracting(quantity.value),
      let sum = ExactDecimal.half(ofDigit: figure.precision).adding(quantity.slack)
    else { throw .overflow }
    // A figure that repeats one value must be its rounding, and the same number if printed alike.
    let isPlain = prepared.plan.isLinear && bench.operands.count == 1
    let room = isPlain ? Self.repeatingRoom(figure, bench.operands[0]) : sum
    return BoundComparison(
      value: quantity.value, terms: keepTerms(of: bench.operands.indices),
      agrees: difference.magnitude <= room)
  }

  private static func repeatingRoom(_ figure: PrintedFigure, _ operand: Operand) -> ExactDecimal {
    guard let precision = operand.precision else {
      // Nothing, or a number in the formula: exact, so that only the figure's own digits count.
      return operand.value.isZero ? .zero : .half(ofDigit: figure.precision)
    }
    return Rounding.room(between: figure.precision, and: precision)
  }
}
