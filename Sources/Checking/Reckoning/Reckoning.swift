import Budget

/// Computes a side of a relation from its gathered operands.
struct Reckoning {
  private let operands: [Operand]
  private let spans: ArraySlice<Int>
  private let rounding: Rounding
  private var nextOperand: Int
  private var nextSpan: Int

  private init(_ operands: [Operand], _ spans: ArraySlice<Int>, _ rounding: Rounding) {
    self.operands = operands
    self.spans = spans
    self.rounding = rounding
    nextOperand = 0
    nextSpan = spans.startIndex
  }

  /// The value of `expression`, whose terms are `gathered` on `bench` and have `operands`.
  static func value(
    of expression: Expression, _ gathered: Gathered, on bench: Workbench, _ operands: [Operand],
    _ rounding: Rounding
  ) throws(ReckoningFailure) -> Quantity {
    var reckoning = Reckoning(operands, bench.spans[gathered.spans], rounding)
    return try reckoning.value(of: expression)
  }

  /// The sum of a reference's operands, whatever sign the formula gives it. Of none it is no money, as
  /// it would be of blank cells.
  private static func sum(
    _ operands: ArraySlice<Operand>, _ rounding: Rounding
  ) throws(ReckoningFailure) -> Quantity {
    var total = Quantity(
      value: .zero, slack: .zero, dimension: operands.isEmpty ? .money : .any)
    for operand in operands {
      guard let dimension = total.dimension.shared(with: operand.dimension) else {
        throw .dimensions
      }
      guard let value = total.value.plus(operand.value) else { throw .overflow }
      total.value = value
      total.dimension = dimension
      if rounding.matters {
        guard let slack = total.slack.plus(rounding.slack(of: operand)) else {
          throw .overflow
        }
        total.slack = slack
      }
    }
    return total
  }

  private mutating func value(
    of expression: Expression
  ) throws(ReckoningFailure) -> Quantity {
    switch expression {
    case .number, .reference, .sum:
      let end = nextOperand + spans[nextSpan]
      defer {
        nextOperand = end
        nextSpan += 1
      }
      return try Self.sum(operands[nextOperand..<end], rounding)
    case .negation(let inner):
      return try value(of: inner).negated
    case .operation(let `operator`, let left, let right):
      // Both in order, since reading on is what tells the operands apart.
      let first = try value(of: left)
      return try first.combined(`operator`, with: value(of: right))
    }
  }
}
