import Budget

/// A department's page: its years side by side, and its reports.
struct DepartmentPage {
  let department: Department
  let renderer: SiteRenderer

  /// The page, at `path` within the site.
  func render(at path: String) throws(TemplateError) -> RenderedFile {
    let folder = department.folder + "/"
    let values: TemplateValues = [
      "department": .text(department.name),
      "reports": .list(department.reports.reversed().map { $0.listEntry(from: folder) }),
      "figures": .ifAny(
        YearsBesideEachOther(reports: department.reports, folder: folder).render()),
    ]
    return try renderer.indexPage("department", department.name, at: path, values)
  }
}

extension ReportSummary {
  /// What lists say of the report; `folder` is where the list stands, with a `/` behind it.
  func listEntry(from folder: String = "") -> TemplateValues {
    [
      "href": .text(path.dropFirst(folder.count) + "/index.html"),
      "reportTitle": .text(shortTitle), "department": .text(department),
      "published": .ifAny(published?.day),
    ]
  }
}
