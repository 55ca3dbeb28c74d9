import Budget

/// One report made ready for searching: its own files, and what the site-wide index is made of.
///
/// It depends on the report alone, so reports can be made ready in parallel, and a report that
/// has not changed has the same files and the same contribution.
public struct ReportSearch: Sendable {
  /// The files that belong in the report's folder, `search-0.js` and further ones. They hold the
  /// texts that results show and that decide what is a result.
  public let files: [SearchFile]
  /// What the site-wide index needs to know of the report.
  public let contribution: SearchContribution

  /// Makes `report` ready.
  public init(_ report: Report) {
    var parts = PartBuilder(report)
    NarrativeParts(report: report).add(to: &parts)
    for table in report.tables { TableParts(table: table).add(to: &parts) }
    (files, contribution) = parts.finish()
  }
}
