import Budget

/// A planned expression in a report that has what it names, ready to be computed for many rows.
struct PreparedExpression {
  struct Operand {
    enum Source {
      case number(ExactDecimal, Unit?)
      case cells(PreparedReference, mustBeOne: Bool)
    }

    let source: Source
    let isSubtracted: Bool
  }

  let plan: PlannedExpression
  let operands: [Operand]

  init(_ plan: PlannedExpression, in index: ReportIndex) throws(ReckoningFailure) {
    var operands: [Operand] = []
    operands.reserveCapacity(plan.operands.count)
    for operand in plan.operands {
      let source: Operand.Source
      do throws(ResolutionError) {
        switch operand.source {
        case .number(let value, let unit): source = .number(value, unit)
        case .value(let plan): source = .cells(try index.prepare(plan), mustBeOne: true)
        case .sum(let plan): source = .cells(try index.prepare(plan), mustBeOne: false)
        }
      } catch {
        throw .unresolved(error)
      }
      operands.append(Operand(source: source, isSubtracted: operand.isSubtracted))
    }
    self.plan = plan
    self.operands = operands
  }
}
