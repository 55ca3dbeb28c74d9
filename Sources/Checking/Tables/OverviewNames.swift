import Budget

extension CheckRun {
  /// Reports the figures of the form set's overview that the report does not have.
  ///
  /// A table that the disclosure lacks has said so itself, and last year's figure may be missing;
  /// a row that is not there is worth a look, and a name that fits nothing is a mistake.
  mutating func checkOverview() {
    for figure in report.formSet.overviewPlans {
      guard let error = index.failure(of: figure.plan) else { continue }
      switch error.reason {
      case .tableAbsent, .tableUnread, .factMissing, .factUnread: continue
      case .rowMissing, .unknownTable, .unknownColumn, .ambiguous, .rowNotSaid:
        findings.append(
          Finding(
            .overviewUnresolved, at: figure.position,
            severity: error.isMissingInput ? .warning : .error,
            "概览里的“\(Expression.reference(figure.plan.reference))”在\(report.path)的报告里找不到：\(error.message)"
          ))
      }
    }
  }
}
