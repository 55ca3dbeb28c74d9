import Budget

/// Turns reports into the files of a site.
public struct SiteRenderer: Sendable {
  let site: Site
  let templates: TemplateSet
  let forms = FormPartsCache()

  /// A renderer of `site` that uses `templates`.
  public init(site: Site, templates: TemplateSet) {
    self.site = site
    self.templates = templates
  }

  /// All files of one report, with paths within the report's folder.
  public func files(
    of report: Report, _ verification: Verification
  ) throws(TemplateError) -> [RenderedFile] {
    let pages = ReportPages(report: report, verification: verification, renderer: self)
    var files = [try pages.narrativePage(), try pages.reconciliationPage()]
    for chart in pages.charts {
      files.append(
        RenderedFile(
          path: chart.form.id + ".svg", bytes: ChartSVG(chart: chart).standalone()))
    }
    for index in report.tables.indices {
      files.append(try pages.tablePage(index))
    }
    files += ReportDownloads(report: report, verification: verification, site: site, forms: forms)
      .files()
    return files
  }
}
