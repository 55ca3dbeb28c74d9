/// The list of all departments with their reports, in pages where it is long.
struct DepartmentList {
  let departments: [Department]

  /// The names of its pages, where it has its own.
  static let pages = PageNames(base: "departments")

  /// Whether the home page has room for it.
  var fitsHomePage: Bool { departments.count <= PageNames.length }

  /// The entries on the page of this number.
  func values(_ number: Int) -> [TemplateValues] {
    departments[PageNames.part(number, of: departments.count)].map { department in
      [
        "name": .text(department.name),
        "page": department.page.map { .mapping(["href": .text($0)]) } ?? .none,
        "reports": .list(department.reports.reversed().map { $0.listEntry() }),
      ]
    }
  }

  /// How many pages of its own the list has: none where the home page has room for it.
  var pageCount: Int { fitsHomePage ? 0 : PageNames.number(of: departments.count) }

  /// The page of this number, from 1.
  func page(_ number: Int, _ renderer: SiteRenderer) throws(TemplateError) -> RenderedFile {
    let values: TemplateValues = [
      "count": .text(String(departments.count)),
      "departments": .mapping(["list": .list(values(number))]),
      "pager": Self.pages.values(number, of: departments.count),
    ]
    return try renderer.indexPage("departments", "全部部门", at: Self.pages.file(number), values)
  }
}
