import Budget

/// Turns reports into the files of a site.
public struct SiteRenderer: Sendable {
  /// The site.
  public let site: Site
  let templates: TemplateSet
  /// Whether paragraphs say from which line of the narrative they come, for previews.
  let marksLines: Bool
  let forms = FormPartsCache()
  /// The downloads of a whole report, as its first page lists them.
  let downloads: TemplateValue

  /// A renderer of `site` that uses `templates`. With `marksLines` paragraphs carry ids by which
  /// ``PagePlaces`` finds them; what is published goes without.
  public init(site: Site, templates: TemplateSet, marksLines: Bool = false) {
    self.site = site
    self.templates = templates
    self.marksLines = marksLines
    downloads = ReportDownloads.list(of: site)
  }

  /// All files of one report, with paths within the report's folder.
  public func files(
    of report: Report, _ verification: Verification
  ) throws(TemplateError) -> [RenderedFile] {
    try files(of: ReportIndex(report), verification)
  }

  /// All files of the report of `index`, with paths within the report's folder.
  public func files(
    of index: ReportIndex, _ verification: Verification
  ) throws(TemplateError) -> [RenderedFile] {
    let report = index.report
    let parts = report.tables.map { forms.parts(of: $0.form) }
    let pages = ReportPages(index, parts, verification: verification, renderer: self)
    // Used for one page after another.
    var values = TemplateValues(capacity: 128, content: 65_536)
    var files = [try pages.narrativePage(&values), try pages.reconciliationPage()]
    files.reserveCapacity(2 * report.tables.count + 8)
    for drawing in pages.charts {
      files.append(
        RenderedFile(path: drawing.chart.form.id + ".svg", bytes: drawing.standalone()))
    }
    for index in report.tables.indices {
      files.append(try pages.tablePage(index, &values))
    }
    files += ReportDownloads(report: report, verification: verification, site: site, parts: parts)
      .files()
    return files
  }
}
