import Budget

extension SiteRenderer {
  /// The files that belong to the whole site, with paths within the site.
  public func siteFiles(for reports: [ReportSummary]) throws(TemplateError) -> [RenderedFile] {
    let feed = AtomFeed(site, reports.flatMap(\.feedEntries))
    let pages = try indexPages(reports, hasFeed: feed != nil)
    var files = pages
    files += [
      RenderedFile(path: "404.html", bytes: try notFoundPage()),
      RenderedFile(path: "sitemap.xml", bytes: sitemap(pages.map(\.path), reports)),
      RenderedFile(path: "robots.txt", bytes: robots()),
    ]
    if let feed { files.append(RenderedFile(path: AtomFeed.file, bytes: feed.render())) }
    return files
  }

  /// The pages that lead to the reports: the home page first.
  private func indexPages(
    _ reports: [ReportSummary], hasFeed: Bool
  ) throws(TemplateError) -> [RenderedFile] {
    let departments = Department.all(reports)
    let isPortal = !HomePage.isOfOneDepartment(departments)
    let years = isPortal ? YearTotals.all(departments) : []
    let home = HomePage(
      departments: departments, years: years, renderer: self, hasFeed: hasFeed)
    var pages = [try home.render()]
    if isPortal { pages += try DepartmentList(departments: departments).render(self) }
    for year in years { pages += try YearPages(totals: year, renderer: self).render() }
    for department in departments {
      guard let path = department.page else { continue }
      pages.append(try DepartmentPage(department: department, renderer: self).render(at: path))
    }
    return pages
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    let values = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.name, crumbs: [], tags: []
    ).values
    return try templates.render("not-found", values.with(["root": .text(site.rootPath)]))
  }

  private func sitemap(_ indexPages: [String], _ reports: [ReportSummary]) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let latest = reports.compactMap(\.updated).max()
    for page in indexPages { entry(page, date: latest, into: &xml) }
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
