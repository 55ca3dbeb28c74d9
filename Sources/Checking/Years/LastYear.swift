import Budget

extension Checker {
  /// What shows only beside other reports. A report that does not say whose it is, or of which year,
  /// is like no other.
  public static func compare(_ reports: [ReportOutline]) -> [Finding] {
    let known = reports.filter { $0.fiscalYear != 0 && !$0.department.isEmpty }
    return duplicates(among: known) + copies(among: known) + compareWithLastYear(known)
  }

  /// Warns of each report that is of the department, the year and the kind of one before it: their
  /// figures count twice in the sums of the year. An adjusted budget beside the first one is a reason.
  static func duplicates(among reports: [ReportOutline]) -> [Finding] {
    var first: [ReportKey: ReportOutline] = [:]
    return reports.compactMap { report in
      guard let other = first.updateValue(report, forKey: ReportKey(report)) else { return nil }
      first[ReportKey(report)] = other
      return Finding(
        .reportDuplicate, at: SourcePosition(file: report.file), severity: .warning,
        "“\(other.path)”也是\(report.department)的\(report.shortTitle)，首页和年度页的合计会把两份都算进去。"
          + "如果是复制来的，请改 fiscal_year 或 kind；如果不该公开，请移走一份。")
    }
  }

  /// Compares last year's figures, as this year's reports give them, with those that last year's own
  /// reports published.
  ///
  /// A department's reports lie in one folder. Where a folder holds several reports of one kind and
  /// year, such as an adjusted budget, there is no telling which is meant, and nothing is compared.
  /// A difference is a warning: a changed scope or an adjustment can be its reason.
  static func compareWithLastYear(_ reports: [ReportOutline]) -> [Finding] {
    let known = Dictionary(grouping: reports, by: ReportKey.init)
    return reports.flatMap { report in
      var key = ReportKey(report)
      key.fiscalYear -= 1
      guard let candidates = known[key], candidates.count == 1 else { return [Finding]() }
      return report.figures.compactMap { $0.differing(from: candidates[0]) }
    }
  }
}

/// What the same report of another year has in common, and the year.
private struct ReportKey: Hashable {
  let folder: Substring
  /// Departments may share the site's root.
  let department: String
  let kind: Report.Kind
  var fiscalYear: Int

  init(_ report: ReportOutline) {
    folder = report.folder
    department = report.folder.isEmpty ? report.department : ""
    kind = report.kind
    fiscalYear = report.fiscalYear
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
