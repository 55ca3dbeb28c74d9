import Budget

/// An expression whose tables and columns are looked up, ready to be computed for many rows.
struct PreparedExpression {
  indirect enum Node {
    case number(ExactDecimal, Unit?)
    case reference(PreparedReference)
    case sum(PreparedReference)
    case operation(Expression.Operator, Node, Node)
    case negation(Node)
  }

  let root: Node
  /// Whether values are only added and subtracted.
  let isLinear: Bool

  static func prepare(
    _ expression: Expression, in index: ReportIndex, for subject: (table: Int, listing: Int)? = nil
  ) -> Result<PreparedExpression, ReckoningFailure> {
    node(expression, index, subject).map {
      PreparedExpression(root: $0, isLinear: $0.isLinear)
    }
  }

  private static func node(
    _ expression: Expression, _ index: ReportIndex, _ subject: (table: Int, listing: Int)?
  ) -> Result<Node, ReckoningFailure> {
    switch expression {
    case .number(let value, let unit): .success(.number(value, unit))
    case .reference(let reference):
      index.prepare(reference, for: subject).map(Node.reference)
        .mapError(ReckoningFailure.unresolved)
    case .sum(let reference):
      index.prepare(reference, for: subject).map(Node.sum).mapError(ReckoningFailure.unresolved)
    case .negation(let inner): node(inner, index, subject).map(Node.negation)
    case .operation(let `operator`, let left, let right):
      node(left, index, subject).flatMap { left in
        node(right, index, subject).map { .operation(`operator`, left, $0) }
      }
    }
  }
}

extension PreparedExpression.Node {
  fileprivate var isLinear: Bool {
    switch self {
    case .number, .reference, .sum: true
    case .negation(let inner): inner.isLinear
    case .operation(.plus, let left, let right), .operation(.minus, let left, let right):
      left.isLinear && right.isLinear
    case .operation: false
    }
  }
}
