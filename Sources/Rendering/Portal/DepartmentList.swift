import Budget

/// The list of all departments with their reports, in pages where it is long.
struct DepartmentList {
  let departments: [Department]

  /// The names of its pages, where it has its own.
  static let pages = PageNames(base: "departments")

  /// Whether the home page has room for it.
  var fitsHomePage: Bool { departments.count <= PageNames.length }

  /// The entries on the page of this number.
  func values(_ number: Int) -> [[String: Any]] {
    departments[PageNames.part(number, of: departments.count)].map { department in
      [
        "name": department.name,
        "page": department.page.map { ["href": $0] as Any } ?? false,
        "reports": department.reports.reversed().map { $0.listEntry() },
      ]
    }
  }

  /// The pages of their own that a long list has.
  func render(_ renderer: SiteRenderer) throws(TemplateError) -> [RenderedFile] {
    guard !fitsHomePage else { return [] }
    var files: [RenderedFile] = []
    for number in 1...PageNames.number(of: departments.count) {
      let file = Self.pages.file(number)
      let title = "全部部门"
      var frame = PageFrame(
        site: renderer.site, depth: 0, title: "\(title) · \(renderer.site.name)",
        crumbs: [.init(title: title, href: nil)],
        tags: [("ColumnName", renderer.site.columnName)])
      frame.head.path = file
      frame.head.title = title
      let values: [String: Any] = [
        "count": String(departments.count),
        "departments": ["list": values(number)],
        "pager": Self.pages.values(number, of: departments.count),
      ]
      files.append(
        RenderedFile(
          path: file,
          bytes: try renderer.templates.render(
            "departments", frame.values.merging(values) { _, page in page })))
    }
    return files
  }
}
