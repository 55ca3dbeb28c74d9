import Budget
import Foundation

/// What the site-wide pages need to know of a report; the report itself can be let go. Between
/// builds it is kept as bytes.
public struct ReportSummary: Sendable, Codable {
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

  /// The report's folder.
  public var path: String { outline.path }
  /// 2021年部门预算
  public var shortTitle: String { outline.shortTitle }
  /// The department.
  public var department: String { outline.department }
  /// The fiscal year.
  public var fiscalYear: Int { outline.fiscalYear }
}
