import Budget
import Foundation

/// What the site-wide pages need to know of a report; the report itself can be let go. Between
/// builds it is kept as bytes, so every property counts: ten thousand reports have one each.
public struct ReportSummary: Sendable, Codable {
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
  /// When it last changed in public, by the content's dates.
  public let updated: PublicationDate?
  /// What the feed says of it.
  let feedEntries: [FeedEntry]

  /// What the site-wide pages need of `report`.
  public init(_ report: Report) {
    path = report.path
    title = report.title
    shortTitle = report.shortTitle
    department = report.department
    fiscalYear = report.fiscalYear
    published = report.published
    updated = report.updated
    feedEntries = FeedEntry.entries(of: report)
    pages =
      ["index.html"] + report.tables.map { $0.form.id + ".html" } + [ReportPages.reconciliation]
  }

  /// The summary that was ``encoded()``; `nil` if the bytes are not one.
  public init?(encoded bytes: [UInt8]) {
    guard let summary = try? JSONDecoder().decode(ReportSummary.self, from: Data(bytes)) else {
      return nil
    }
    self = summary
  }

  /// The summary as bytes, the same for equal summaries.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return Array(try encoder.encode(self))
  }
}
