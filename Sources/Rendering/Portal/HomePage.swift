import Budget

/// The home page. Of one department it shows the years side by side; of several the years with the
/// sums of all departments, and the departments.
struct HomePage {
  let departments: [Department]
  /// The summaries of the reports, where all are of one department.
  let ofOneDepartment: [ReportSummary]
  let years: [YearTotals]
  let renderer: SiteRenderer
  let hasFeed: Bool

  /// Whether the site is one department's.
  static func isOfOneDepartment(_ departments: [Department]) -> Bool { departments.count <= 1 }

  /// The page.
  func render() throws(TemplateError) -> RenderedFile {
    let site = renderer.site
    var frame = PageFrame(
      site: site, depth: 0, title: site.title, crumbs: [],
      tags: [
        ("ColumnName", site.columnName), ("ColumnDescription", site.columnDescription),
        ("ColumnKeywords", site.columnKeywords), ("ColumnType", site.columnType),
        ("Description", site.columnDescription), ("Keywords", site.columnKeywords),
      ])
    frame.head.path = "index.html"
    frame.head.title = site.title
    frame.head.description = site.columnDescription
    if hasFeed {
      frame.head.alternates = [
        .init(type: AtomFeed.type, href: AtomFeed.file, title: "公开与更正")
      ]
    }
    let isOfOne = Self.isOfOneDepartment(departments)
    let reports = isOfOne ? departments.first?.reports ?? [] : []
    let list = DepartmentList(departments: departments)
    let values: TemplateValues = [
      "columnDescription": .ifAny(site.columnDescription),
      "isOfOneDepartment": .flag(isOfOne),
      "reports": .list(reports.reversed().map { $0.listEntry() }),
      "figures": .ifAny(YearsBesideEachOther(reports: ofOneDepartment, folder: "").render()),
      "years": .ifAny(isOfOne ? [] : yearTable()),
      "departmentCount": .text(String(departments.count)),
      "departments": list.fitsHomePage ? .mapping(["list": .list(list.values(1))]) : .none,
      "departmentPages": list.fitsHomePage
        ? .none : .mapping(["href": .text(DepartmentList.pages.file(1))]),
    ]
    return RenderedFile(
      path: "index.html",
      bytes: try renderer.templates.render(
        "home", frame.values(with: values)))
  }

  /// Each year with the sums of all departments.
  private func yearTable() -> [UInt8] {
    var columns: [YearTotals.Column] = []
    for year in years {
      for column in year.columns where !columns.contains(where: { $0.identity == column.identity })
      {
        columns.append(column)
      }
    }
    var html = HTMLBuffer()
    html.openFigures(labelledBy: "years", "年度")
    html.raw("<th scope=\"col\" class=\"amount count\">公开份数</th>\n")
    for column in columns { html.figuresColumn(column.title) }
    html.beginFigures()
    for year in years {
      html.raw("<tr>\n<th scope=\"row\"><a href=\"")
      html.text(year.pages.file(1))
      html.raw("\">")
      html.text(year.title)
      html.raw("</a></th>\n<td class=\"amount\">")
      html.number(year.reports.count)
      html.raw("</td>\n")
      for column in columns {
        html.raw("<td class=\"amount\">")
        if let sum = year.columns.first(where: { $0.identity == column.identity }) {
          html.sum(sum, of: year.reports.count)
        }
        html.raw("</td>\n")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n")
    html.closeFigures()
    return html.bytes
  }
}
