import Budget

/// A department's page: its years side by side, and its reports.
struct DepartmentPage {
  let department: Department
  let renderer: SiteRenderer

  /// The page, at `path` within the site.
  func render(at path: String) throws(TemplateError) -> RenderedFile {
    let folder = department.folder + "/"
    var frame = PageFrame(
      site: renderer.site, depth: department.folder.split(separator: "/").count,
      title: "\(department.name) · \(renderer.site.name)",
      crumbs: [.init(title: department.name, href: nil)],
      tags: [("ColumnName", renderer.site.columnName)])
    frame.head.path = path
    frame.head.title = department.name
    let values: [String: Any] = [
      "department": department.name,
      "reports": department.reports.reversed().map { $0.listEntry(from: folder) },
      "figures": Markup.ifAny(
        YearsBesideEachOther(reports: department.reports, folder: folder).render()),
    ]
    return RenderedFile(
      path: path,
      bytes: try renderer.templates.render(
        "department", frame.values.merging(values) { _, page in page }))
  }
}

extension ReportSummary {
  /// What lists say of the report; `folder` is where the list stands, with a `/` behind it.
  func listEntry(from folder: String = "") -> [String: Any] {
    [
      "href": path.dropFirst(folder.count) + "/index.html",
      "reportTitle": shortTitle, "department": department,
      "published": TemplateValue.ifAny(published?.day),
    ]
  }
}
