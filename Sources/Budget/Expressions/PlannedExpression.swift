/// An expression whose tables and columns are looked up in a form set.
public struct PlannedExpression: Sendable {
  /// A value, or the values of a reference, that the expression is computed from.
  public struct Operand: Sendable {
    /// Where the values come from.
    public enum Source: Sendable {
      /// A number written in the expression.
      case number(ExactDecimal, PrintedFigure.Measure?)
      /// The one cell, or the fact, of a reference.
      case value(ReferencePlan)
      /// All cells of a reference.
      case sum(ReferencePlan)
    }

    /// Where the values come from.
    public let source: Source
    /// Whether they are subtracted, all things considered.
    public let isSubtracted: Bool
  }

  /// The expression.
  public let expression: Expression
  /// What it is computed from, in the order of the formula.
  public let operands: [Operand]
  /// Whether values are only added and subtracted, so that their order is all there is to know.
  public let isLinear: Bool

  init(
    _ expression: Expression, _ planner: ReferencePlanner,
    for subject: (table: Int, listing: Int)? = nil
  ) {
    var builder = Builder(planner: planner, subject: subject)
    builder.add(expression, isSubtracted: false)
    self.expression = expression
    operands = builder.operands
    isLinear = builder.isLinear
  }

  private struct Builder {
    let planner: ReferencePlanner
    let subject: (table: Int, listing: Int)?
    var operands: [Operand] = []
    var isLinear = true

    mutating func add(_ expression: Expression, isSubtracted: Bool) {
      switch expression {
      case .number(let value, let measure):
        operands.append(Operand(source: .number(value, measure), isSubtracted: isSubtracted))
      case .reference(let reference):
        let plan = planner.plan(reference, for: subject)
        operands.append(Operand(source: .value(plan), isSubtracted: isSubtracted))
      case .sum(let reference):
        let plan = planner.plan(reference, for: subject)
        operands.append(Operand(source: .sum(plan), isSubtracted: isSubtracted))
      case .negation(let inner):
        add(inner, isSubtracted: !isSubtracted)
      case .operation(let `operator`, let left, let right):
        if `operator` == .times || `operator` == .dividedBy { isLinear = false }
        add(left, isSubtracted: isSubtracted)
        add(right, isSubtracted: `operator` == .minus ? !isSubtracted : isSubtracted)
      }
    }
  }
}
