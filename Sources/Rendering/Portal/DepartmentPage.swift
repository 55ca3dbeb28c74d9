/// A department's page: its years side by side, and its reports.
struct DepartmentPage {
  let department: Department
  /// The summaries of the department's reports, in their order.
  let reports: [ReportSummary]
  let renderer: SiteRenderer

  /// The page, at `path` within the site.
  func render(at path: String) throws(TemplateError) -> RenderedFile {
    let folder = department.folder + "/"
    let values: TemplateValues = [
      "department": .text(department.name),
      "reports": .list(department.reports.reversed().map { $0.listEntry(from: folder) }),
      "figures": .ifAny(
        YearsBesideEachOther(reports: reports, folder: folder).render()),
    ]
    return try renderer.indexPage("department", department.name, at: path, values)
  }
}
