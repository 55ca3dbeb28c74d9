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
      return report.twoYearFigures.compactMap { $0.differing(from: candidates[0]) }
    }
  }
}

extension TwoYearFigure {
  /// What is to be said if last year's report has this figure otherwise than given here.
  fileprivate func differing(from report: ReportOutline) -> Finding? {
    guard let given = lastYear, let stated = given.amount,
      let published = report.twoYearFigures.first(where: { $0.id == id && $0.scope == scope }),
      !published.thisYear.agrees(with: stated)
    else { return nil }
    let own = published.thisYear.amount
    let words = own.map { "的\($0.value)\($0.unit.rawValue)不一致" } ?? "不一致，那里没有填数"
    return Finding(
      .lastYearFigure, at: given.position, severity: .warning,
      "\(label)的上年数\(stated.value)\(stated.unit.rawValue)，与本站\(report.shortTitle)（\(report.path)）"
        + words + "。请核对；如果是口径调整，请在情况说明里写明。",
      stated: stated.inYuan.description, expected: own?.inYuan.description,
      difference: own.flatMap { stated.inYuan.subtracting($0.inYuan) }?.description,
      contributors: [
        Contributor(
          side: .left, isSubtracted: false, name: label + "上年数", text: stated.value.description,
          position: given.position),
        Contributor(
          side: .right, isSubtracted: false, name: report.shortTitle + published.label,
          text: own?.value.description ?? "", position: published.thisYear.position),
      ])
  }
}

extension TwoYearFigure.Entry {
  /// Whether it is the amount that another report gives for the year. A blank cell agrees with zero,
  /// for tables leave blank what is nothing.
  fileprivate func agrees(with stated: Amount) -> Bool {
    guard let amount else { return stated.value == .zero }
    guard let difference = stated.inYuan.subtracting(amount.inYuan) else { return true }
    return difference.magnitude
      <= Rounding.room(between: stated.precision, and: amount.precision)
  }
}

extension Amount {
  /// The power of ten, in yuan, of its last printed digit.
  fileprivate var precision: Int { unit.exponent - value.scale }
}
