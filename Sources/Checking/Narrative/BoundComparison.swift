import Budget

/// A printed figure compared with the expression that it is bound to.
struct BoundComparison {
  /// What the expression gives: yuan, or the ratio for a percentage.
  let value: ExactDecimal
  let operands: [Operand]
  /// Whether the figure is a correct rounding of the value.
  let agrees: Bool

  static func make(
    _ figure: PrintedFigure, _ expression: Expression, on bench: Workbench
  ) -> Result<BoundComparison, ReckoningFailure> {
    PreparedExpression.prepare(expression, in: bench.index).flatMap { prepared in
      var operands = Operands()
      if let failure = bench.gather(prepared.root, into: &operands, for: nil) {
        return .failure(failure)
      }
      let rounding = Rounding(operands.all, in: .narrative)
      return Reckoning.value(of: prepared, operands, rounding).flatMap { quantity in
        compare(figure, quantity, operands, rounding, isLinear: prepared.isLinear)
      }
    }
  }

  private static func compare(
    _ figure: PrintedFigure, _ quantity: Quantity, _ operands: Operands, _ rounding: Rounding,
    isLinear: Bool
  ) -> Result<BoundComparison, ReckoningFailure> {
    guard quantity.dimension.shared(with: figure.dimension) != nil else {
      return .failure(.dimensions)
    }
    guard let difference = figure.value.subtracting(quantity.value),
      let sum = ExactDecimal.half(ofDigit: figure.precision).adding(quantity.slack)
    else { return .failure(.overflow) }
    // A figure that repeats one value must be its rounding, and the same number if printed alike.
    let isPlain = isLinear && operands.all.count == 1
    let room =
      isPlain ? repeatingRoom(figure, operands.all[0]) : sum
    return .success(
      BoundComparison(
        value: quantity.value, operands: operands.all, agrees: difference.magnitude <= room))
  }

  private static func repeatingRoom(_ figure: PrintedFigure, _ operand: Operand) -> ExactDecimal {
    guard let precision = operand.precision else {
      // Nothing, or a number in the formula: exact, so that only the figure's own digits count.
      return operand.value.isZero ? .zero : .half(ofDigit: figure.precision)
    }
    return Rounding.room(between: figure.precision, and: precision)
  }
}
