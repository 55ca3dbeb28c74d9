import Budget

extension SiteRenderer {
  /// The files that belong to the whole site, with paths within the site.
  public func siteFiles(for reports: [ReportSummary]) throws(TemplateError) -> [RenderedFile] {
    let feed = AtomFeed(site, reports.flatMap(\.feedEntries))
    let pages = try indexPages(reports, hasFeed: feed != nil)
    var files = pages
    files += [
      RenderedFile(path: "404.html", bytes: try notFoundPage()),
      RenderedFile(path: "robots.txt", bytes: robots()),
    ]
    files += Sitemap(site: site, indexPages: pages.map(\.path), reports: reports).files()
    if site.search {
      files.append(RenderedFile(path: "search.html", bytes: try searchPage(reports)))
    }
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

  /// The page of search results, which script fills in; without script, the newest reports.
  private func searchPage(_ reports: [ReportSummary]) throws(TemplateError) -> [UInt8] {
    let frame = PageFrame(
      site: site, depth: 0, title: "搜索 · " + site.name,
      crumbs: [.init(title: "搜索", href: nil)], tags: [])
    let most = 100
    let newestFirst = reports.sorted {
      ($1.fiscalYear, $0.department, $0.path) < ($0.fiscalYear, $1.department, $1.path)
    }
    let values: TemplateValues = [
      "reports": .list(newestFirst.prefix(most).map { $0.listEntry() }),
      "hasMoreReports": .flag(reports.count > most),
    ]
    return try templates.render("search", frame.values(with: values))
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    let frame = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.name, crumbs: [], tags: [])
    return try templates.render(
      "not-found", frame.values(with: ["root": .text(site.rootPath)]))
  }

  private func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if !site.baseURL.isEmpty {
      text += "Sitemap: " + URLPath.encoded(site.baseURL + "sitemap.xml") + "\n"
    }
    return Array(text.utf8)
  }
}
