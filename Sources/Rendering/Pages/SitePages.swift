import Budget

/// The pages that belong to the whole site, made from the reports' summaries one by one: of each
/// report it keeps a line of the home page, and no more than the latest entries for the feed.
public struct SitePages {
  private let renderer: SiteRenderer
  private var site: Site { renderer.site }
  private var rows: [HomeRow] = []
  private var feed: [FeedEntry] = []
  private var sitemap: Sitemap

  /// The pages of a site without reports.
  public init(_ renderer: SiteRenderer) {
    self.renderer = renderer
    sitemap = Sitemap(renderer.site)
  }

  /// Takes in the next report, in the order of the reports' paths, and gives the files that are
  /// finished with it.
  public mutating func add(_ report: ReportSummary) -> [RenderedFile] {
    rows.append(HomeRow(report))
    if !report.feedEntries.isEmpty { feed = AtomFeed.latest(feed + report.feedEntries) }
    return sitemap.add(report)
  }

  /// The remaining files, with paths within the site.
  public mutating func finish() throws(TemplateError) -> [RenderedFile] {
    let feed = AtomFeed(site, feed)
    var files = [
      RenderedFile(path: "index.html", bytes: try homePage(hasFeed: feed != nil)),
      RenderedFile(path: "404.html", bytes: try notFoundPage()),
      RenderedFile(path: "robots.txt", bytes: robots()),
    ]
    files += sitemap.finish()
    if let feed { files.append(RenderedFile(path: AtomFeed.file, bytes: feed.render())) }
    return files
  }

  /// The list of all reports, newest year first.
  private func homePage(hasFeed: Bool) throws(TemplateError) -> [UInt8] {
    var frame = PageFrame(
      site: site, depth: 0, title: site.name, crumbs: [],
      tags: [
        ("ColumnName", site.columnName), ("ColumnDescription", site.columnDescription),
        ("ColumnKeywords", site.columnKeywords), ("ColumnType", site.columnType),
        ("Description", site.columnDescription), ("Keywords", site.columnKeywords),
      ])
    frame.head.path = "index.html"
    frame.head.title = site.name
    frame.head.description = site.columnDescription
    if hasFeed {
      frame.head.alternates = [
        .init(type: AtomFeed.type, href: AtomFeed.file, title: "公开与更正")
      ]
    }
    let values: [String: Any] = [
      "reports": rows.sorted(by: HomeRow.precedes).map(\.values),
      "columnDescription": TemplateValue.ifAny(site.columnDescription),
    ]
    return try renderer.templates.render("home", frame.values.merging(values) { _, page in page })
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    var values = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.name, crumbs: [], tags: []
    ).values
    values["root"] = site.rootPath
    return try renderer.templates.render("not-found", values)
  }

  private func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if !site.baseURL.isEmpty {
      text += "Sitemap: " + URLPath.encoded(site.baseURL + "sitemap.xml") + "\n"
    }
    return Array(text.utf8)
  }
}

/// A report's line on the home page.
private struct HomeRow {
  let path: String
  let shortTitle: String
  let department: String
  let fiscalYear: Int
  let published: PublicationDate?

  init(_ report: ReportSummary) {
    path = report.path
    shortTitle = report.shortTitle
    department = report.department
    fiscalYear = report.fiscalYear
    published = report.published
  }

  /// Newest year first.
  static func precedes(_ left: HomeRow, _ right: HomeRow) -> Bool {
    (right.fiscalYear, left.department, left.path) < (left.fiscalYear, right.department, right.path)
  }

  var values: [String: Any] {
    [
      "href": path + "/index.html", "reportTitle": shortTitle, "department": department,
      "published": TemplateValue.ifAny(published?.day),
    ]
  }
}
