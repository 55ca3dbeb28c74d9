import Budget

extension Checker {
  /// Compares last year's figures, as this year's reports of a department give them, with those that
  /// last year's own reports published.
  ///
  /// Where there are several reports of one kind and year, such as an adjusted budget, there is no
  /// telling which is meant, and nothing is compared. A difference is a warning: a changed scope or
  /// an adjustment can be its reason.
  static func compareWithLastYear(_ reports: [ReportOutline]) -> [Finding] {
    let known = Dictionary(grouping: reports) { ReportTerm($0) }
    return reports.flatMap { report in
      guard let candidates = known[ReportTerm(report).lastYear], candidates.count == 1 else {
        return [Finding]()
      }
      return report.figures.compactMap { $0.differing(from: candidates[0]) }
    }
  }
}

extension MainFigure {
  /// What is to be said if last year's report has this figure otherwise than given here.
  fileprivate func differing(from lastYear: ReportOutline) -> Finding? {
    guard let previous,
      let published = lastYear.figures.first(where: {
        $0.identity.id == identity.id && $0.identity.scope == identity.scope
      }),
      let difference = previous.amount.inYuan.subtracting(published.amount.inYuan),
      difference.magnitude
        > Rounding.room(
          between: previous.amount.precision, and: published.amount.precision)
    else { return nil }
    let (stated, own) = (previous.amount, published.amount)
    return Finding(
      .lastYearFigure, at: previous.position, severity: .warning,
      "\(label)的上年数\(stated.value)\(stated.unit.rawValue)，与本站\(lastYear.shortTitle)（\(lastYear.path)）的"
        + "\(own.value)\(own.unit.rawValue)不一致。请核对；如果是口径调整，请在情况说明里写明。",
      stated: stated.inYuan.description, expected: own.inYuan.description,
      difference: difference.description,
      contributors: [
        Contributor(
          side: .left, isSubtracted: false, name: label + "上年数", text: stated.value.description,
          position: previous.position),
        Contributor(
          side: .right, isSubtracted: false, name: lastYear.shortTitle + published.label,
          text: own.value.description, position: published.position),
      ])
  }
}

extension Amount {
  /// The power of ten, in yuan, of its last printed digit.
  fileprivate var precision: Int { unit.exponent - value.scale }
}
