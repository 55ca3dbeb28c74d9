import Budget

/// What the site-wide pages need to know of a report; the report itself can be let go.
public struct ReportSummary: Sendable {
  /// The report's folder.
  public let path: String
  /// The report's title.
  public let title: String
  /// 2021年部门预算
  public let shortTitle: String
  /// The department.
  public let department: String
  /// The fiscal year.
  public let fiscalYear: Int
  /// When it was published, if the content says so.
  public let published: PublicationDate?
  /// The names of its pages, `index.html` first.
  public let pages: [String]

  /// What the site-wide pages need of `report`.
  public init(_ report: Report) {
    path = report.path
    title = report.title
    shortTitle = report.shortTitle
    department = report.department
    fiscalYear = report.fiscalYear
    published = report.published
    pages =
      ["index.html"] + report.tables.map { $0.form.id + ".html" } + [ReportPages.reconciliation]
  }
}
