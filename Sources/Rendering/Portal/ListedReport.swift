import Budget

/// What lists and sums hold of every report at once; whatever a page shows of a single report comes
/// out of its ``ReportSummary``, which is read again for that page.
public struct ListedReport: Sendable {
  /// A main figure, for sums.
  struct Figure: Sendable {
    let identity: MainFigure.Identity
    let label: String
    let value: ExactDecimal
    let decimals: Int
  }

  /// Its place among all reports.
  let number: Int
  let path: String
  let department: String
  let fiscalYear: Int
  let kind: Report.Kind
  let published: PublicationDate?
  let updated: PublicationDate?
  /// The names of its pages. Reports mostly have the same ones.
  let pages: [String]
  let hasFeedEntries: Bool
  let mainFigures: [Figure]

  /// What lists and sums need of the report that is `number` among all.
  public init(_ summary: ReportSummary, number: Int) {
    self.number = number
    path = summary.path
    department = summary.department
    fiscalYear = summary.fiscalYear
    kind = summary.outline.kind
    published = summary.published
    updated = summary.updated
    pages = summary.pages
    hasFeedEntries = !summary.feedEntries.isEmpty
    mainFigures = summary.outline.figures.filter { $0.rank == .main }.map {
      Figure(
        identity: $0.identity, label: $0.label, value: $0.value, decimals: $0.decimals)
    }
  }

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
