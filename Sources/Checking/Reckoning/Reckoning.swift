import Budget

/// Computes a side of a relation from its gathered operands.
struct Reckoning {
  private let operands: ArraySlice<Operand>
  private let spans: [Int]
  private let rounding: Rounding
  private var nextOperand: Int
  private var nextSpan = 0

  private init(_ operands: ArraySlice<Operand>, _ spans: [Int], _ rounding: Rounding) {
    self.operands = operands
    self.spans = spans
    self.rounding = rounding
    nextOperand = operands.startIndex
  }

  /// The value of `expression`, whose operands are `operands`.
  static func value(
    of expression: PreparedExpression, _ operands: Operands, _ rounding: Rounding
  ) -> Result<Quantity, ReckoningFailure> {
    if expression.isLinear { return sum(operands.all[...], rounding) }
    var reckoning = Reckoning(operands.all[...], operands.spans, rounding)
    return reckoning.value(of: expression.root)
  }

  /// The sum of operands, each with its sign.
  static func sum(
    _ operands: ArraySlice<Operand>, _ rounding: Rounding, ignoringSigns: Bool = false
  ) -> Result<Quantity, ReckoningFailure> {
    var total = Quantity.zero
    for operand in operands {
      guard let dimension = total.dimension.shared(with: operand.dimension) else {
        return .failure(.dimensions)
      }
      let isSubtracted = operand.term.isSubtracted && !ignoringSigns
      let signed = isSubtracted ? operand.value.negated : operand.value
      guard let value = total.value.plus(signed) else { return .failure(.overflow) }
      total.value = value
      total.dimension = dimension
      if rounding.matters {
        guard let slack = total.slack.plus(rounding.slack(of: operand)) else {
          return .failure(.overflow)
        }
        total.slack = slack
      }
    }
    return .success(total)
  }

  private mutating func value(
    of node: PreparedExpression.Node
  ) -> Result<Quantity, ReckoningFailure> {
    switch node {
    case .number, .reference, .sum:
      let end = nextOperand + spans[nextSpan]
      defer {
        nextOperand = end
        nextSpan += 1
      }
      return Self.sum(operands[nextOperand..<end], rounding, ignoringSigns: true)
    case .negation(let inner):
      return value(of: inner).map(\.negated)
    case .operation(let `operator`, let left, let right):
      // Both in order, since reading on is what tells the operands apart.
      let first = value(of: left)
      let second = value(of: right)
      return first.flatMap { first in second.flatMap { first.combined(`operator`, with: $0) } }
    }
  }
}
