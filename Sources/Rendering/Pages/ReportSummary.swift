import Budget

/// What the site-wide pages need to know of a report; the report itself can be let go. Between
/// builds it is kept as bytes.
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
  let updated: PublicationDate?
  /// What the feed says of it.
  let feedEntries: [FeedEntry]

  /// What the site-wide pages need of `report`.
  public init(_ report: Report) {
    self.init(ReportIndex(report))
  }

  /// What the site-wide pages need of the report of `index`.
  public init(_ index: ReportIndex) {
    let report = index.report
    outline = ReportOutline(report, index)
    title = report.title
    published = report.published
    updated = report.updated
    feedEntries = FeedEntry.entries(of: index)
    pages = report.pages
  }

  /// The report's folder.
  public var path: String { outline.path }
  /// 2021年部门预算
  public var shortTitle: String { outline.shortTitle }
  /// The department.
  public var department: String { outline.department }
  /// The fiscal year.
  var fiscalYear: Int { outline.fiscalYear }
}

extension ReportSummary: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(outline)
    record.write(title)
    record.write(published)
    record.write(pages)
    record.write(updated)
    record.write(feedEntries)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    outline = try record.value()
    title = try record.text()
    published = try record.optional()
    pages = try record.values()
    updated = try record.optional()
    feedEntries = try record.values()
  }
}

extension FeedEntry: Recordable {
  func write(to record: inout RecordWriter) {
    for text in [id, title, link, author, summary] { record.write(text) }
    record.write(published)
    record.write(updated)
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    id = try record.text()
    title = try record.text()
    link = try record.text()
    author = try record.text()
    summary = try record.text()
    published = try record.value()
    updated = try record.value()
  }
}
