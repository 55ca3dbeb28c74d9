import Budget

/// The values that a side of a relation is made of, gathered before anything is computed, because
/// how exact one is taken to be depends on all the others.
struct Operands {
  /// In the order of the formula.
  var all: [Operand] = []
  /// How many belong to each reference of the formula, in its order.
  var spans: [Int] = []

  /// Gathers the values of an expression for `subject`.
  mutating func gather(
    _ node: PreparedExpression.Node, isSubtracted: Bool = false, in index: ReportIndex,
    for subject: CheckSubject?
  ) -> ReckoningFailure? {
    switch node {
    case .number(let value, let unit):
      all.append(Self.number(value, unit, isSubtracted: isSubtracted))
      spans.append(1)
      return nil
    case .reference(let prepared), .sum(let prepared):
      return gather(
        prepared, mustBeOne: node.isReference, isSubtracted: isSubtracted, in: index, for: subject)
    case .negation(let inner):
      return gather(inner, isSubtracted: !isSubtracted, in: index, for: subject)
    case .operation(let `operator`, let left, let right):
      return gather(left, isSubtracted: isSubtracted, in: index, for: subject)
        ?? gather(
          right, isSubtracted: `operator` == .minus ? !isSubtracted : isSubtracted, in: index,
          for: subject)
    }
  }

  private mutating func gather(
    _ prepared: PreparedReference, mustBeOne: Bool, isSubtracted: Bool, in index: ReportIndex,
    for subject: CheckSubject?
  ) -> ReckoningFailure? {
    switch index.resolve(prepared, for: subject) {
    case .failure(let error): return .unresolved(error)
    case .success(.fact(let fact)):
      all.append(index.report.operand(fact: fact, isSubtracted: isSubtracted))
      spans.append(1)
    case .success(.cells(let cells)):
      guard !mustBeOne || cells.count == 1 else {
        return .notOneCell(prepared.reference, count: cells.count)
      }
      for address in cells {
        switch index.report.operand(at: address, isSubtracted: isSubtracted) {
        case .success(let operand): all.append(operand)
        case .failure(let failure): return failure
        }
      }
      spans.append(cells.count)
    }
    return nil
  }

  private static func number(
    _ value: ExactDecimal, _ unit: Unit?, isSubtracted: Bool
  ) -> Operand {
    Operand(
      term: Term(.number(value, unit), isSubtracted: isSubtracted),
      value: unit.map { Amount(value, $0).inYuan } ?? value,
      dimension: unit == nil ? .any : .money, precision: nil, isYuan: true)
  }
}

extension PreparedExpression.Node {
  fileprivate var isReference: Bool {
    guard case .reference = self else { return false }
    return true
  }
}
