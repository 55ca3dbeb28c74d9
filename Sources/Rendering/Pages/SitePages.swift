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
    let ordered = reports.sorted {
      ($1.fiscalYear, $0.department, $0.path) < ($0.fiscalYear, $1.department, $1.path)
    }
    let values: TemplateValues = [
      "reports": .list(
        ordered.map { report in
          [
            "href": .text(report.path + "/index.html"), "reportTitle": .text(report.shortTitle),
            "department": .text(report.department), "published": .ifAny(report.published?.day),
          ]
        }),
      "columnDescription": .ifAny(site.columnDescription),
    ]
    return try templates.render("home", frame.values.with(values))
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    let values = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.name, crumbs: [], tags: []
    ).values
    return try templates.render("not-found", values.with(["root": .text(site.rootPath)]))
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
