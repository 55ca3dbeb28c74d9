import Budget

/// What lists and sums hold of every report at once; whatever a page shows of a single report comes
/// out of its ``ReportSummary``, which is read again for that page.
///
/// An object, since several lists hold it.
public final class ListedReport: Sendable {
  /// A main figure, for sums.
  struct Figure: Sendable, Hashable {
    let identity: MainFigure.Identity
    let label: String
    let decimals: Int
  }

  /// Lists that reports have in common, so that each is stored once. One for each worker.
  public struct Common {
    fileprivate var texts: Set<[String]> = []
    fileprivate var figures: Set<[Figure]> = []

    /// No lists yet.
    public init() {}
  }

  /// Its place among all reports.
  let number: Int
  let path: String
  let department: String
  let fiscalYear: Int
  let kind: Report.Kind
  let published: PublicationDate?
  let updated: PublicationDate?
  /// The names of its pages.
  let pages: [String]
  let hasFeedEntries: Bool
  private let figures: [Figure]
  private let values: [ExactDecimal]

  /// What lists and sums need of the report that is `number` among all.
  public init(_ summary: ReportSummary, number: Int, _ common: inout Common) {
    self.number = number
    path = summary.path
    department = summary.department
    fiscalYear = summary.fiscalYear
    kind = summary.outline.kind
    published = summary.published
    updated = summary.updated
    pages = common.texts.insert(summary.pages).memberAfterInsert
    hasFeedEntries = !summary.feedEntries.isEmpty
    let main = summary.outline.figures.filter { $0.rank == .main }
    values = main.map(\.value)
    figures =
      common.figures.insert(
        main.map { Figure(identity: $0.identity, label: $0.label, decimals: $0.decimals) }
      ).memberAfterInsert
  }

  /// The main figures and their values.
  var mainFigures: some Sequence<(Figure, ExactDecimal)> { zip(figures, values) }

  /// 2021年部门预算
  var shortTitle: String { "\(fiscalYear)年\(kind.title)" }

  /// The folder that stands for its department, empty for the site's root.
  var folder: Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "" }

  /// By year, a year's budget before its final accounts.
  func isBefore(_ other: ListedReport) -> Bool {
    (fiscalYear, kind.order, path) < (other.fiscalYear, other.kind.order, other.path)
  }

  /// What lists say of the report; `folder` is where the list stands, with a `/` behind it.
  func listEntry(from folder: String = "") -> TemplateValues {
    [
      "href": .text(path.dropFirst(folder.count) + "/index.html"),
      "reportTitle": .text(shortTitle), "department": .text(department),
      "published": .ifAny(published?.day),
    ]
  }
}
