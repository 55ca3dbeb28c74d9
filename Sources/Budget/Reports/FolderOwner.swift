/// A report as far as it matters whose it is.
package protocol OwnedReport {
  /// The department's name; empty if it is not known.
  var department: String { get }
  /// The fiscal year; 0 if it is not known.
  var fiscalYear: Int { get }
  /// What the figures are.
  var kind: Report.Kind { get }
}

/// Whose the reports in one folder are.
///
/// A folder stands for a department, whatever name its reports of different years give, for
/// departments are renamed. But no department has two names in one year's budgets. The site's root is
/// shared by intention.
package enum FolderOwner<Owned: OwnedReport> {
  /// One department's.
  case department
  /// One department's as far as can be told. But a year's budget and its final accounts bear these
  /// two names: the department was renamed in between, or there are two.
  case perhapsTwo(Owned, Owned)
  /// Several departments', of which these are two.
  case several(Owned, Owned)
  /// Whoever's, at the site's root: surely of several if a year has two names.
  case anybody(several: Bool)

  /// Tells from the reports in the folder of this path, in any order.
  package init(of reports: some Collection<Owned>, in folder: Substring) {
    guard reports.count > 1 else {
      self = folder.isEmpty ? .anybody(several: false) : .department
      return
    }
    let known = reports.filter { $0.fiscalYear != 0 && !$0.department.isEmpty }
    var first: [ReportTerm: Owned] = [:]
    for report in known {
      let term = ReportTerm(report)
      guard let other = first[term] else {
        first[term] = report
        continue
      }
      guard report.isOfDepartment(of: other) else {
        self = folder.isEmpty ? .anybody(several: true) : .several(other, report)
        return
      }
    }
    self = folder.isEmpty ? .anybody(several: false) : .department
    guard !folder.isEmpty else { return }
    for report in known where report.kind == .finalAccounts {
      guard let budget = first[ReportTerm(.budget, report.fiscalYear)],
        !report.isOfDepartment(of: budget)
      else { continue }
      self = .perhapsTwo(budget, report)
      return
    }
  }

  /// Whether departments share the folder, so that only their names tell them apart.
  package var isShared: Bool {
    switch self {
    case .department, .perhapsTwo: false
    case .several, .anybody: true
    }
  }

  /// The reports of each department, in the order of the names where departments share the folder.
  package func departments(of reports: some Collection<Owned>) -> [[Owned]] {
    guard isShared else { return [Array(reports)] }
    return Dictionary(grouping: reports) { DepartmentName($0.department) }
      .sorted { $0.key < $1.key }.map(\.value)
  }
}

extension OwnedReport {
  /// Whether both reports name the same department.
  fileprivate func isOfDepartment(of other: Self) -> Bool {
    DepartmentName(department) == DepartmentName(other.department)
  }
}
