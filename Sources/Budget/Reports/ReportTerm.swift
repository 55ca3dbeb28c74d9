/// The year and the kind, of which a department has one report.
package struct ReportTerm: Hashable, Sendable {
  private let kind: Report.Kind
  private let fiscalYear: Int

  package init(_ kind: Report.Kind, _ fiscalYear: Int) {
    self.kind = kind
    self.fiscalYear = fiscalYear
  }

  /// The term of a report.
  package init(_ report: some OwnedReport) { self.init(report.kind, report.fiscalYear) }

  /// The same a year before.
  package var lastYear: ReportTerm { ReportTerm(kind, fiscalYear - 1) }
}
