import Budget

/// The values that a side of a relation is made of, gathered before anything is computed, because
/// how exact one is taken to be depends on all the others.
struct Operands {
  /// In the order of the formula.
  var all: [Operand] = []
  /// How many belong to each reference of the formula, in its order.
  var spans: [Int] = []

  /// Forgets the values, but keeps their memory.
  mutating func clear() {
    all.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }

  /// The side with the given value in yuan, for people: in the unit that its values share.
  func side(value: ExactDecimal) -> CheckResult.Side {
    let unit = sharedUnit
    let total = value.inUnit(unit)
    return CheckResult.Side(
      total: Amount(total ?? value, total == nil ? .yuan : unit), terms: all.map(\.term))
  }

  /// The unit of all cells and facts; 元 where they differ or there are none.
  private var sharedUnit: Unit {
    var shared: Unit?
    for operand in all {
      if case .number = operand.term.source { continue }
      guard shared == nil || shared == operand.unit else { return .yuan }
      shared = operand.unit
    }
    return shared ?? .yuan
  }
}
