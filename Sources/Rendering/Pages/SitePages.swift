import Budget

/// The pages that belong to the whole site, in parts that can be made at the same time and in any
/// order.
///
/// Of every report it holds a ``ListedReport``; each part reads the few summaries that it needs
/// besides, so that ten thousand reports are never in memory.
public struct SitePages: Sendable {
  /// A part of the pages.
  public enum Part: Sendable, Hashable {
    case home, notFound, robots, sitemap, search, feed
    /// A page of the list of departments.
    case departments(page: Int)
    /// A page of a year's list.
    case year(Int, page: Int)
    /// The pages of departments' folders: some at a time, since there may be ten thousand.
    case ownPages(of: Range<Int>)
  }

  /// Reads the summary of one of the reports.
  public typealias Read = @Sendable (ListedReport) throws -> ReportSummary

  private let renderer: SiteRenderer
  private let reports: [ListedReport]
  private let read: Read
  private let folders: [DepartmentFolder]
  private let departments: [Department]
  /// The years of a site of several departments.
  private let years: [YearTotals]
  private let hasFeed: Bool

  /// The pages about `reports`, which come in the order of their paths; `read` gives their summaries.
  public init(_ renderer: SiteRenderer, _ reports: [ListedReport], read: @escaping Read) {
    self.renderer = renderer
    self.reports = reports
    self.read = read
    (folders, departments) = DepartmentFolder.all(reports)
    years = HomePage.isOfOneDepartment(departments) ? [] : YearTotals.all(departments)
    hasFeed = reports.contains { $0.hasFeedEntries }
  }

  /// All parts.
  public var parts: [Part] {
    var parts: [Part] = [.home, .notFound, .robots, .sitemap]
    if renderer.site.search { parts.append(.search) }
    if hasFeed { parts.append(.feed) }
    if isPortal {
      parts += (0..<departmentList.pageCount).map { .departments(page: $0 + 1) }
    }
    for (number, year) in years.enumerated() {
      parts += (1...PageNames.number(of: year.reports.count)).map { .year(number, page: $0) }
    }
    let some = 64
    parts += stride(from: 0, to: folders.count, by: some).map {
      .ownPages(of: $0..<min($0 + some, folders.count))
    }
    return parts
  }

  /// Makes a part, and hands out its files, with paths within the site.
  public func make(_ part: Part, _ emit: (RenderedFile) throws -> Void) throws {
    switch part {
    case .home: try emit(try home())
    case .departments(let page): try emit(try departmentList.page(page, renderer))
    case .notFound: try emit(RenderedFile(path: "404.html", bytes: try notFoundPage()))
    case .robots: try emit(RenderedFile(path: "robots.txt", bytes: robots()))
    case .sitemap:
      try Sitemap(
        site: renderer.site, indexPages: indexPages, folders: folders, reports: reports
      ).makeFiles(emit)
    case .search: try emit(RenderedFile(path: "search.html", bytes: try searchPage()))
    case .feed: if let feed = try feed() { try emit(feed) }
    case .year(let number, let page):
      try emit(try YearPages(totals: years[number], renderer: renderer).page(page))
    case .ownPages(let numbers):
      for folder in folders[numbers] {
        guard let path = folder.page else { continue }
        let compared = folder.isShared ? [] : try folder.reports.map(read)
        try emit(
          try DepartmentPage(folder: folder, ofOneDepartment: compared, renderer: renderer)
            .render(at: path))
      }
    }
  }

  private var isPortal: Bool { !HomePage.isOfOneDepartment(departments) }
  private var departmentList: DepartmentList { DepartmentList(departments: departments) }

  /// The pages that lead to the reports, but for those of folders: the home page first.
  private var indexPages: [Sitemap.IndexPage] {
    let latest = reports.lastUpdate
    var pages = [(path: "index.html", updated: latest)]
    if isPortal {
      pages += (0..<departmentList.pageCount).map {
        (DepartmentList.pages.file($0 + 1), latest)
      }
    }
    for year in years {
      let updated = year.reports.lastUpdate
      pages += (1...PageNames.number(of: year.reports.count)).map {
        (year.pages.file($0), updated)
      }
    }
    return pages
  }

  private func home() throws -> RenderedFile {
    let reports = isPortal ? [] : departments.first?.reports ?? []
    return try HomePage(
      departments: departments, ofOneDepartment: try reports.map(read),
      years: years, renderer: renderer, hasFeed: hasFeed
    ).render()
  }

  /// The feed of the latest entries, of which no more are held at once than of a few reports.
  private func feed() throws -> RenderedFile? {
    var latest: [FeedEntry] = []
    for report in reports where report.hasFeedEntries {
      latest = AtomFeed.latest(latest + (try read(report).feedEntries))
    }
    return AtomFeed(renderer.site, latest).map {
      RenderedFile(path: AtomFeed.file, bytes: $0.render())
    }
  }

  /// The page of search results, which script fills in; without script, the newest reports.
  private func searchPage() throws(TemplateError) -> [UInt8] {
    let site = renderer.site
    let frame = PageFrame(
      site: site, depth: 0, title: "搜索 · " + site.title,
      crumbs: [.init(title: "搜索", href: nil)])
    let most = 100
    let newestFirst = reports.sorted {
      ($1.fiscalYear, $0.department, $0.path) < ($0.fiscalYear, $1.department, $1.path)
    }
    let values: TemplateValues = [
      "reports": .list(newestFirst.prefix(most).map { $0.listEntry() }),
      "hasMoreReports": .flag(reports.count > most),
    ]
    return try renderer.templates.render("search", frame.values(with: values))
  }

  private func notFoundPage() throws(TemplateError) -> [UInt8] {
    // Hosts show this page at any address, where only links from the host's root lead anywhere.
    // They leave the host's name out, so that the page also works on a copy of the site.
    let site = renderer.site
    let frame = PageFrame(
      site: site, depth: 0, title: "页面不存在 · " + site.title, crumbs: [])
    return try renderer.templates.render(
      "not-found", frame.values(with: ["root": .text(site.rootPath)]))
  }

  private func robots() -> [UInt8] {
    let site = renderer.site
    var text = "User-agent: *\nAllow: /\n"
    if !site.baseURL.isEmpty {
      text += "Sitemap: " + URLPath.encoded(site.baseURL + "sitemap.xml") + "\n"
    }
    return Array(text.utf8)
  }
}

extension SitePages {
  /// Whether a file of the site is a page of the list of departments, or of a year's.
  public static func isList(_ path: String) -> Bool {
    path.hasSuffix(".html") && !path.contains("/")
      && [DepartmentList.pages.base, YearTotals.pagesBegin].contains { path.hasPrefix($0) }
  }
}

extension SiteRenderer {
  /// The files that belong to the whole site, of reports whose summaries are at hand.
  public func siteFiles(for reports: [ReportSummary]) throws -> [RenderedFile] {
    var common = ListedReport.Common()
    let listed = reports.map { ListedReport($0, &common) }
    let places = Dictionary(
      uniqueKeysWithValues: listed.enumerated().map { (ObjectIdentifier($0.element), $0.offset) })
    let pages = SitePages(self, listed) { report in
      guard let place = places[ObjectIdentifier(report)] else { throw DamagedRecord() }
      return reports[place]
    }
    var files: [RenderedFile] = []
    for part in pages.parts { try pages.make(part) { files.append($0) } }
    return files
  }
}
