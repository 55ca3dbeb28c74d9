import Budget

extension SiteRenderer {
  /// A page that leads to reports: `template` filled with `values`, called `title`, at `path` within
  /// the site.
  func indexPage(
    _ template: String, _ title: String, at path: String, _ values: TemplateValues
  ) throws(TemplateError) -> RenderedFile {
    var frame = PageFrame(
      site: site, depth: path.utf8.count { $0 == UInt8(ascii: "/") },
      title: "\(title) · \(site.title)", crumbs: [.init(title: title, href: nil)],
      tags: [("ColumnName", site.columnName)])
    frame.head.path = path
    frame.head.title = title
    return RenderedFile(
      path: path, bytes: try templates.render(template, frame.values(with: values)))
  }
}
