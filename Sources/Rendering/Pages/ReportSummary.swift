import Budget

/// What the site-wide pages need to know of a report; the report itself can be let go.
public struct ReportSummary: Sendable {
  /// What reports are found and compared by.
  public let outline: ReportOutline
  /// The report's title.
  public let title: String
  /// When it was published, if the content says so.
  public let published: PublicationDate?
  /// The names of its pages, `index.html` first.
  public let pages: [String]
  /// When it last changed in public, by the content's dates.
  public let updated: PublicationDate?
  /// What the feed says of it.
  let feedEntries: [FeedEntry]

  /// What the site-wide pages need of `report`.
  public init(_ report: Report) {
    outline = ReportOutline(report, ReportIndex(report))
    title = report.title
    published = report.published
    updated = report.updated
    feedEntries = FeedEntry.entries(of: report)
    pages =
      ["index.html"] + report.tables.map { $0.form.id + ".html" } + [ReportPages.reconciliation]
  }

  /// The report's folder.
  public var path: String { outline.path }
  /// 2021年部门预算
  public var shortTitle: String { outline.shortTitle }
  /// The department.
  public var department: String { outline.department }
  /// The fiscal year.
  public var fiscalYear: Int { outline.fiscalYear }
}
