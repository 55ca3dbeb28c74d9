import Budget

/// What lists and sums hold of every report at once; whatever else a page shows of a single report
/// comes out of its ``ReportSummary``, which is read again for that page.
///
/// An object, since several lists hold it.
public final class ListedReport: OwnedReport, Sendable {
  /// A main figure but for its value, which most reports have in common.
  struct Figure: Sendable, Hashable {
    let identity: MainFigure.Identity
    let label: String
    let decimals: Int
    /// The cell's link within the report's folder.
    let link: String

    fileprivate init(_ figure: MainFigure) {
      identity = figure.identity
      label = figure.label
      decimals = figure.decimals
      link = figure.link
    }
  }

  /// Lists that reports have in common, so that each is stored once. One for each worker.
  public struct Common {
    fileprivate var texts: Set<[String]> = []
    fileprivate var figures: Set<[Figure]> = []

    /// No lists yet.
    public init() {}
  }

  /// The report's folder.
  public let path: String
  package let fiscalYear: Int
  package let kind: Report.Kind
  let hasFeedEntries: Bool
  /// Whether its narrative has links to other reports.
  public let hasLinks: Bool
  private let dates: Dates?
  /// The names of its pages.
  public let pages: [String]
  private let figureList: [Figure]
  /// The department's name and the figures' values, written as in a record: half of what they take
  /// each by itself.
  private let written: [UInt8]

  /// What lists and sums need of a report.
  public init(_ summary: ReportSummary, _ common: inout Common) {
    path = summary.path
    fiscalYear = summary.fiscalYear
    kind = summary.outline.kind
    dates = Dates(summary)
    pages = common.texts.insert(summary.pages).memberAfterInsert
    hasFeedEntries = !summary.feedEntries.isEmpty
    hasLinks = !summary.outline.links.isEmpty
    let main = summary.outline.figures.filter { $0.rank == .main }
    figureList = common.figures.insert(main.map(Figure.init)).memberAfterInsert
    var record = RecordWriter()
    record.write(summary.department)
    for figure in main { record.write(figure.value) }
    // Bytes written one by one have room for half as many again.
    written = record.bytes.map(\.self)
  }

  /// The same for reports of one department, year and kind with the same main figures; other reports
  /// hardly ever have the same.
  public var likeness: Int {
    var hasher = Hasher()
    hasher.combine(DepartmentName(department))
    hasher.combine(fiscalYear)
    hasher.combine(kind)
    for (_, value) in figures { hasher.combine(value) }
    return hasher.finalize()
  }

  /// The department's name.
  package var department: String {
    var record = RecordReader(written[...])
    return (try? record.text()) ?? ""
  }

  /// The main figures, each with its value.
  var figures: [(Figure, ExactDecimal)] {
    // All is there that was written.
    var record = RecordReader(written[...])
    guard (try? record.text()) != nil else { return [] }
    return figureList.compactMap { figure in
      (try? record.value() as ExactDecimal).map { (figure, $0) }
    }
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

  /// The folder that it lies in, mostly its department's; empty for the site's root.
  public var folder: Substring { path.parentFolder }

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
