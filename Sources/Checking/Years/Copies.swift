import Budget

extension Checker {
  /// Warns of each report that has the department, the year, the kind and all main figures of one in
  /// another folder: a copied folder, whose figures count twice in the sums. A name alone does not
  /// make a copy, since the offices of several districts may have the same.
  public static func copies(among reports: [ReportOutline]) -> [Finding] {
    var first: [Contents: ReportOutline] = [:]
    return reports.compactMap { report in
      guard let contents = Contents(report) else { return nil }
      guard let other = first[contents] else {
        first[contents] = report
        return nil
      }
      // Two in one folder are told without a look at their figures.
      guard !other.folder.utf8.elementsEqual(report.folder.utf8) else { return nil }
      return Finding(
        .reportDuplicate, at: SourcePosition(file: report.file), severity: .warning,
        "“\(other.path)”也是\(report.department)的\(report.shortTitle)，各项主要数字都相同，首页和年度页的合计会把两份"
          + "都算进去。如果是复制来的，请改 department、fiscal_year 或 kind；如果不该公开，请移走一份。")
    }
  }
}

/// What a copied report has in common with the one that it was copied from.
private struct Contents: Hashable {
  let department: DepartmentName
  let fiscalYear: Int
  let kind: Report.Kind
  let figures: [Figure]

  struct Figure: Hashable {
    let id: String
    let scope: String
    let amount: Amount
  }

  /// Nothing for a report without main figures, of which there is nothing to say.
  init?(_ report: ReportOutline) {
    figures = report.twoYearFigures.compactMap { figure in
      figure.thisYear.amount.map { Figure(id: figure.id, scope: figure.scope, amount: $0) }
    }
    guard !figures.isEmpty else { return nil }
    department = DepartmentName(report.department)
    fiscalYear = report.fiscalYear
    kind = report.kind
  }
}
