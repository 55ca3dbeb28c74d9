/// The page of a folder: a department's years side by side, and its reports. Where departments share
/// the folder, their reports alone, for their figures have nothing to do with each other.
struct DepartmentPage {
  let folder: DepartmentFolder
  /// The summaries of the department's reports, in their order; none where there are several.
  let ofOneDepartment: [ReportSummary]
  let renderer: SiteRenderer

  /// The page, at `path` within the site.
  func render(at path: String) throws(TemplateError) -> RenderedFile {
    let place = String(folder.path) + "/"
    let values: TemplateValues = [
      "department": .text(folder.title),
      "reports": .list(folder.reports.reversed().map { $0.listEntry(from: place) }),
      "figures": .ifAny(
        YearsBesideEachOther(reports: ofOneDepartment, folder: place).render()),
    ]
    return try renderer.indexPage("department", folder.title, at: path, values)
  }
}
