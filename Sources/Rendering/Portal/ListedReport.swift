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

  /// The main figures of a report with their values, which nobody needs once they are added up.
  struct Figures: Sendable {
    private let figures: [Figure]
    private let values: [ExactDecimal]

    fileprivate init(_ figures: [MainFigure], _ common: inout Common) {
      values = figures.map(\.value)
      self.figures =
        common.figures.insert(
          figures.map { Figure(identity: $0.identity, label: $0.label, decimals: $0.decimals) }
        ).memberAfterInsert
    }

    /// Each with its value.
    var all: some Sequence<(Figure, ExactDecimal)> { zip(figures, values) }
  }

  /// A report as it is read for lists and sums.
  public struct Entry: Sendable {
    let report: ListedReport
    let figures: Figures

    /// What lists and sums need of the report that is `number` among all.
    public init(_ summary: ReportSummary, number: Int, _ common: inout Common) {
      report = ListedReport(summary, number: number, &common)
      figures = Figures(summary.outline.figures.filter { $0.rank == .main }, &common)
    }
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
  let hasFeedEntries: Bool
  private let dates: Dates?
  /// The names of its pages.
  let pages: [String]

  private init(_ summary: ReportSummary, number: Int, _ common: inout Common) {
    self.number = number
    path = summary.path
    department = summary.department
    fiscalYear = summary.fiscalYear
    kind = summary.outline.kind
    dates = Dates(summary)
    pages = common.texts.insert(summary.pages).memberAfterInsert
    hasFeedEntries = !summary.feedEntries.isEmpty
  }

  /// When it was published, and when it last changed; apart from the rest, since many have neither.
  private final class Dates: Sendable {
    let published: PublicationDate?
    let updated: PublicationDate?

    /// Nothing without any date.
    init?(_ summary: ReportSummary) {
      published = summary.published
      updated = summary.updated
      if published == nil, updated == nil { return nil }
    }
  }

  /// When it was published, if the content says so.
  var published: PublicationDate? { dates?.published }

  /// When it last changed in public, by the content's dates.
  var updated: PublicationDate? { dates?.updated }

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
