import Budget

/// A computed value with the room that rounding of its operands leaves it: the true value lies
/// within `value ± slack`.
struct Quantity {
  var value: ExactDecimal
  var slack: ExactDecimal
  var dimension: Dimension

  func combined(
    _ operation: Expression.Operator, with other: Quantity
  ) throws(ReckoningFailure) -> Quantity {
    switch operation {
    case .plus: try added(other)
    case .minus: try added(other.negated)
    case .times: try multiplied(by: other)
    case .dividedBy: try divided(by: other)
    }
  }

  var negated: Quantity { Quantity(value: value.negated, slack: slack, dimension: dimension) }

  private func added(_ other: Quantity) throws(ReckoningFailure) -> Quantity {
    guard let dimension = dimension.shared(with: other.dimension) else {
      throw .dimensions
    }
    guard let sum = value.adding(other.value), let room = slack.adding(other.slack) else {
      throw .overflow
    }
    return Quantity(value: sum, slack: room, dimension: dimension)
  }

  private func multiplied(by other: Quantity) throws(ReckoningFailure) -> Quantity {
    guard dimension != .money || other.dimension != .money else { throw .dimensions }
    let dimension: Dimension =
      dimension == .money || other.dimension == .money
      ? .money : dimension.shared(with: other.dimension) ?? .ratio
    guard let product = value.multiplied(by: other.value),
      let room = Self.room(of: self, times: other)
    else { throw .overflow }
    return Quantity(value: product, slack: room, dimension: dimension)
  }

  private func divided(by other: Quantity) throws(ReckoningFailure) -> Quantity {
    guard !other.value.isZero else { throw .divisionByZero }
    let dimension: Dimension
    switch (self.dimension, other.dimension) {
    case (.money, .money): dimension = .ratio
    case (.money, _): dimension = .money
    case (_, .money): throw .dimensions
    case (let own, let others): dimension = own.shared(with: others) ?? .ratio
    }
    guard let quotient = value.divided(by: other.value, decimals: Self.decimals) else {
      throw .overflow
    }
    guard !slack.isZero || !other.slack.isZero else {
      return Quantity(value: quotient, slack: .zero, dimension: dimension)
    }
    // |a/b − a'/b'| ≤ (Δa + |a/b|·Δb) ÷ (|b| − Δb)
    guard let byDivisor = quotient.magnitude.rounded(to: 6).multiplied(by: other.slack),
      let above = slack.adding(byDivisor),
      let below = other.value.magnitude.subtracting(other.slack),
      !below.isZero, !below.isNegative, let room = above.divided(by: below, decimals: Self.decimals)
    else { throw .overflow }
    return Quantity(value: quotient, slack: room, dimension: dimension)
  }

  /// |a|·Δb + |b|·Δa + Δa·Δb
  private static func room(of left: Quantity, times right: Quantity) -> ExactDecimal? {
    guard !left.slack.isZero || !right.slack.isZero else { return .zero }
    guard let first = left.value.magnitude.multiplied(by: right.slack),
      let second = right.value.magnitude.multiplied(by: left.slack),
      let third = left.slack.multiplied(by: right.slack),
      let sum = first.adding(second)
    else { return nil }
    return sum.adding(third)
  }

  /// The decimals of a quotient: far beyond what any figure prints.
  private static let decimals = 12
}

extension Dimension {
  /// What a sum of both counts; `nil` if they cannot be added.
  func shared(with other: Dimension) -> Dimension? {
    switch (self, other) {
    case (.any, _): other
    case (_, .any): self
    case (.money, .money): .money
    case (.ratio, .ratio): .ratio
    default: nil
    }
  }
}
