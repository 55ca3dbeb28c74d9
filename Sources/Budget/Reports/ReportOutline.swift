/// What other reports, and the pages about several reports, need to know of a report.
public struct ReportOutline: OwnedReport, Sendable, Hashable {
  /// The report's folder within the site.
  public let path: String
  /// The department.
  public let department: String
  /// The fiscal year.
  public let fiscalYear: Int
  /// What the figures are.
  public let kind: Report.Kind
  /// The file that describes it.
  public let file: String
  /// The main figures, in the report's order.
  public let figures: [MainFigure]
  /// The figures that are set against last year's report.
  public let twoYearFigures: [TwoYearFigure]
  /// The links of its narrative to pages of the site outside its folder, in reading order.
  public let links: [SiteLink]

  /// The outline of `report`.
  public init(_ report: Report, _ index: ReportIndex) {
    path = report.path
    department = report.department
    fiscalYear = report.fiscalYear
    kind = report.kind
    file = report.file
    let overview = report.overviewCells(index)
    figures = report.mainFigures(overview)
    twoYearFigures = report.twoYearFigures(overview, index)
    links = report.narrative.links.compactMap { SiteLink($0, of: report.path) }
  }

  /// The folder that holds the department's reports, empty for the site's root.
  public var folder: Substring { path.parentFolder }

  /// The short title for lists and page titles: 2021年部门预算.
  public var shortTitle: String { "\(fiscalYear)年\(kind.title)" }
}
