import Budget

/// A side of a check in a report that has what it names, ready to be computed for many rows.
struct PreparedExpression {
  struct Operand {
    enum Source {
      case number(ExactDecimal, PrintedFigure.Measure?)
      case cells(PreparedReference, mustBeOne: Bool)
    }

    let source: Source
    /// Whether its values are subtracted, all things considered.
    let isSubtracted: Bool
    /// The column of the subject's own row that it is, as most are.
    let own: PreparedReference.OwnColumn?

    init(_ source: Source, isSubtracted: Bool) {
      self.source = source
      self.isSubtracted = isSubtracted
      if case .cells(let prepared, _) = source, case .ownRow(let column) = prepared.target {
        own = column
      } else {
        own = nil
      }
    }
  }

  let expression: Expression
  /// In the order of the formula.
  private(set) var operands: [Operand] = []
  /// Whether values are only added and subtracted, so that their order is all there is to know.
  let isLinear: Bool

  /// A side of a planned check.
  init(_ plan: PlannedExpression, in index: ReportIndex) throws(ReckoningFailure) {
    expression = plan.expression
    isLinear = plan.isLinear
    operands.reserveCapacity(plan.operands.count)
    for operand in plan.operands {
      let source: Operand.Source
      do throws(ResolutionError) {
        switch operand.source {
        case .number(let value, let measure): source = .number(value, measure)
        case .value(let plan): source = .cells(try index.prepare(plan), mustBeOne: true)
        case .sum(let plan): source = .cells(try index.prepare(plan), mustBeOne: false)
        }
      } catch {
        throw .unresolved(error)
      }
      operands.append(Operand(source, isSubtracted: operand.isSubtracted))
    }
  }
}
