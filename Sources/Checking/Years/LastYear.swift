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
      return LastYear(report: report, own: candidates[0]).findings()
    }
  }
}

/// A report beside that of the year before.
private struct LastYear {
  let report: ReportOutline
  /// The report of the year before.
  let own: ReportOutline

  func findings() -> [Finding] {
    // What the overview and a chart both show is compared once.
    var compared: Set<[SourcePosition]> = []
    return report.twoYearFigures.compactMap { figure in
      guard let given = figure.lastYear, let published = published(figure),
        compared.insert([figure.thisYear.position, given.position]).inserted
      else { return nil }
      return finding(figure, given, published)
    }
  }

  /// The same figure in the report of the year before.
  private func published(_ figure: TwoYearFigure) -> TwoYearFigure? {
    own.twoYearFigures.first { $0.id == figure.id && $0.scope == figure.scope }
  }

  /// What is to be said if the two give different amounts. A blank cell agrees with zero, for tables
  /// leave blank what is nothing.
  private func finding(
    _ figure: TwoYearFigure, _ given: TwoYearFigure.Entry, _ published: TwoYearFigure
  ) -> Finding? {
    let place = "本站\(own.shortTitle)（\(own.path)）"
    let words: String
    switch (given.amount, published.thisYear.amount) {
    case (nil, nil): return nil
    case (let stated?, nil):
      guard stated.value != .zero else { return nil }
      words = "的上年数\(stated.words)，与\(place)不一致，那里没有填数"
    case (nil, let amount?):
      guard amount.value != .zero else { return nil }
      words = "没有填上年数，\(place)的是\(amount.words)"
    case (let stated?, let amount?):
      guard !stated.agrees(with: amount) else { return nil }
      words = "的上年数\(stated.words)，与\(place)的\(amount.words)不一致"
    }
    let (stated, expected) = (given.amount?.inYuan, published.thisYear.amount?.inYuan)
    let difference = stated.flatMap { stated in expected.flatMap { stated.subtracting($0) } }
    return Finding(
      .lastYearFigure, at: given.position, severity: .warning,
      figure.label + words + otherName + "。请核对；如果是口径调整，请在情况说明里写明。",
      stated: stated?.description, expected: expected?.description,
      difference: difference?.description,
      contributors: [
        Contributor(
          side: .left, isSubtracted: false, name: figure.label + "上年数",
          text: given.amount?.value.description ?? "", position: given.position),
        Contributor(
          side: .right, isSubtracted: false, name: own.shortTitle + published.label,
          text: published.thisYear.amount?.value.description ?? "",
          position: published.thisYear.position),
      ])
  }

  /// A hint where the reports name different departments: mostly one was renamed.
  private var otherName: String {
    guard DepartmentName(report.department) != DepartmentName(own.department) else { return "" }
    return "。那份报告的部门是“\(own.department)”，如果不是同一个部门，请给每个部门一个文件夹"
  }
}

extension Amount {
  /// The number with its unit.
  fileprivate var words: String { "\(value)\(unit.rawValue)" }

  /// Whether both are the same amount as far as they are printed.
  fileprivate func agrees(with other: Amount) -> Bool {
    guard let difference = inYuan.subtracting(other.inYuan) else { return true }
    return difference.magnitude <= Rounding.room(between: precision, and: other.precision)
  }

  /// The power of ten, in yuan, of its last printed digit.
  private var precision: Int { unit.exponent - value.scale }
}
