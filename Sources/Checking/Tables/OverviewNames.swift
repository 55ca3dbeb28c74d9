import Budget

extension CheckRun {
  /// Reports the figures of the form set's overview that the report does not have.
  ///
  /// A table that the disclosure lacks has said so itself, and last year's figure may be missing;
  /// a row that is not there is worth a look, and a name that fits nothing is a mistake.
  mutating func checkOverview() {
    guard let overview = report.formSet.overview else { return }
    for statement in overview.statements {
      checkOverview(statement.item)
      for part in statement.parts { checkOverview(part) }
    }
    for chart in overview.charts {
      switch chart.kind {
      case .ranking(let values, let total):
        checkOverview(values, at: chart.position)
        checkOverview(total, at: chart.position)
      case .share(let items, let total):
        for item in items { checkOverview(item) }
        checkOverview(total, at: chart.position)
      case .years: break
      }
    }
  }

  private mutating func checkOverview(_ item: OverviewForm.Item) {
    checkOverview(item.value, at: item.position)
    if let previous = item.previous { checkOverview(previous, at: item.position) }
  }

  private mutating func checkOverview(_ reference: Reference, at position: SourcePosition) {
    guard case .failure(let error) = index.resolve(reference) else { return }
    switch error.reason {
    case .tableAbsent, .factMissing: return
    case .rowMissing, .unknownTable, .unknownColumn, .ambiguous, .rowNotSaid:
      findings.append(
        Finding(
          .overviewUnresolved, at: position, severity: error.isMissingInput ? .warning : .error,
          "概览里的“\(Expression.reference(reference))”在\(report.path)的报告里找不到：\(error.message)"))
    }
  }
}
