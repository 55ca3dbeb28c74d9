import Budget

extension SiteRenderer {
  /// The files that belong to the whole site, with paths within the site.
  public func siteFiles(for reports: [ReportSummary]) throws(TemplateError) -> [RenderedFile] {
    let feed = AtomFeed(site, reports.flatMap(\.feedEntries))
    var files = [
      RenderedFile(path: "index.html", bytes: try homePage(reports, hasFeed: feed != nil)),
      RenderedFile(path: "404.html", bytes: try notFoundPage()),
      RenderedFile(path: "sitemap.xml", bytes: sitemap(reports)),
      RenderedFile(path: "robots.txt", bytes: robots()),
    ]
    if site.search {
      files.append(RenderedFile(path: "search.html", bytes: try searchPage(reports)))
    }
    if let feed { files.append(RenderedFile(path: AtomFeed.file, bytes: feed.render())) }
    return files
  }

  /// The list of all reports, newest year first.
  private func homePage(
    _ reports: [ReportSummary], hasFeed: Bool
  ) throws(TemplateError) -> [UInt8] {
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
      "reports": newestFirst(reports).map(listed),
      "columnDescription": TemplateValue.ifAny(site.columnDescription),
    ]
    return try templates.render("home", frame.values.merging(values) { _, page in page })
  }

  /// The page of search results, which script fills in; without script, the newest reports.
  private func searchPage(_ reports: [ReportSummary]) throws(TemplateError) -> [UInt8] {
    let frame = PageFrame(
      site: site, depth: 0, title: "搜索 · " + site.name,
      crumbs: [.init(title: "搜索", href: nil)], tags: [])
    let most = 100
    let values: [String: Any] = [
      "reports": newestFirst(reports).prefix(most).map(listed),
      "hasMoreReports": reports.count > most,
    ]
    return try templates.render("search", frame.values.merging(values) { _, page in page })
  }

  private func newestFirst(_ reports: [ReportSummary]) -> [ReportSummary] {
    reports.sorted {
      ($1.fiscalYear, $0.department, $0.path) < ($0.fiscalYear, $1.department, $1.path)
    }
  }

  /// A report as lists of reports name it.
  private func listed(_ report: ReportSummary) -> [String: Any] {
    [
      "href": report.path + "/index.html", "reportTitle": report.shortTitle,
      "department": report.department, "published": TemplateValue.ifAny(report.published?.day),
    ]
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    var values = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.name, crumbs: [], tags: []
    ).values
    values["root"] = site.rootPath
    return try templates.render("not-found", values)
  }

  private func sitemap(_ reports: [ReportSummary]) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    entry("index.html", date: reports.compactMap(\.updated).max(), into: &xml)
    for report in reports {
      for page in report.pages {
        entry(report.path + "/" + page, date: report.updated, into: &xml)
      }
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  /// A date is the content's own; where it gives none, there is none.
  private func entry(_ path: String, date: PublicationDate?, into xml: inout HTMLBuffer) {
    xml.raw("<url><loc>")
    xml.text(URLPath.encoded(site.baseURL + path))
    xml.raw("</loc>")
    if let date {
      xml.raw("<lastmod>")
      xml.text(date.day)
      xml.raw("</lastmod>")
    }
    xml.raw("</url>\n")
  }

  private func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if !site.baseURL.isEmpty {
      text += "Sitemap: " + URLPath.encoded(site.baseURL + "sitemap.xml") + "\n"
    }
    return Array(text.utf8)
  }
}
