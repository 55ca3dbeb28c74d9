import Budget

/// A printed figure compared with the expression that it is bound to.
struct BoundComparison {
  /// What the expression gives: yuan, or the ratio for a percentage.
  let value: ExactDecimal
  /// What it is made of: the place in ``Workbench/terms``.
  let terms: Range<Int>
  /// Whether the figure is a correct rounding of the value.
  let agrees: Bool
}

extension CheckRun {
  /// Compares a figure with the expression that it is bound to.
  mutating func compare(
    _ figure: PrintedFigure, with expression: Expression
  ) throws(ReckoningFailure) -> BoundComparison {
    let start = bench.begin()
    do {
      let gathered = try bench.gather(expression)
      return try compare(figure, gathered, of: expression)
    } catch {
      bench.discard(from: start)
      throw error
    }
  }

  private func compare(
    _ figure: PrintedFigure, _ gathered: Gathered, of expression: Expression
  ) throws(ReckoningFailure) -> BoundComparison {
    let operands = bench.operands(of: gathered.terms)
    let rounding = Rounding(operands, in: .narrative)
    let quantity = try Reckoning.value(of: expression, gathered, on: bench, operands, rounding)
    guard quantity.dimension.shared(with: figure.dimension) != nil else { throw .dimensions }
    guard let difference = figure.value.subtracting(quantity.value),
      let sum = ExactDecimal.half(ofDigit: figure.precision).adding(quantity.slack)
    else { throw .overflow }
    // A figure that repeats one value must be its rounding, and the same number if printed alike.
    let isPlain = gathered.isLinear && operands.count == 1
    let room = isPlain ? Self.repeatingRoom(figure, operands[0]) : sum
    return BoundComparison(
      value: quantity.value, terms: gathered.terms, agrees: difference.magnitude <= room)
  }

  private static func repeatingRoom(_ figure: PrintedFigure, _ operand: Operand) -> ExactDecimal {
    guard let precision = operand.precision else {
      // Nothing, or a number in the formula: exact, so that only the figure's own digits count.
      return operand.value.isZero ? .zero : .half(ofDigit: figure.precision)
    }
    return Rounding.room(between: figure.precision, and: precision)
  }
}
