/// A report as far as it matters whose it is.
package protocol OwnedReport {
  /// The department's name.
  var department: String { get }
  /// The fiscal year.
  var fiscalYear: Int { get }
  /// What the figures are.
  var kind: Report.Kind { get }
  /// The folder that the report's folder lies in, empty for the site's root.
  var folder: Substring { get }
}

/// Whose the reports in one folder are.
///
/// A folder stands for a department, whatever name its reports of different years give, for
/// departments are renamed. But no department has two names in one year's budgets.
package enum FolderOwner<Owned: OwnedReport> {
  /// One department's.
  case department
  /// One department's as far as can be told. But a year's budget and its final accounts bear these
  /// two names: the department was renamed in between, or there are two.
  case perhapsTwo(Owned, Owned)
  /// Several departments', of which these are two.
  case several(Owned, Owned)

  /// Tells from the reports in one folder, in any order.
  package init(of reports: some Collection<Owned>) {
    var first: [Key: Owned] = [:]
    for report in reports {
      let key = Key(report.fiscalYear, report.kind)
      guard let other = first.updateValue(report, forKey: key) else { continue }
      guard DepartmentName(report.department) == DepartmentName(other.department) else {
        self = .several(other, report)
        return
      }
    }
    self = .department
    for report in reports where report.kind == .finalAccounts {
      guard let budget = first[Key(report.fiscalYear, .budget)],
        DepartmentName(report.department) != DepartmentName(budget.department)
      else { continue }
      self = .perhapsTwo(budget, report)
      return
    }
  }

  /// Whether it is certain that there are several.
  package var isSeveral: Bool {
    if case .several = self { true } else { false }
  }

  private struct Key: Hashable {
    let fiscalYear: Int
    let kind: Report.Kind

    init(_ fiscalYear: Int, _ kind: Report.Kind) {
      self.fiscalYear = fiscalYear
      self.kind = kind
    }
  }
}
