import Budget

/// The year and the kind, of which a department has one report.
struct ReportTerm: Hashable {
  private let kind: Report.Kind
  private let fiscalYear: Int

  private init(_ kind: Report.Kind, _ fiscalYear: Int) {
    self.kind = kind
    self.fiscalYear = fiscalYear
  }

  /// The term of a report.
  init(_ report: ReportOutline) { self.init(report.kind, report.fiscalYear) }

  /// The same a year before.
  var lastYear: ReportTerm { ReportTerm(kind, fiscalYear - 1) }
}
