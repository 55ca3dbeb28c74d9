import Budget

/// The addresses of all pages, for search engines (sitemaps.org).
struct Sitemap {
  /// The most addresses in one file. The protocol allows 50,000, but a file is held as a whole.
  static let limit = 5_000

  let site: Site
  /// A page that leads to reports: its path within the site, and when the last of them changed.
  typealias IndexPage = (path: String, updated: PublicationDate?)

  /// The site's own pages, but for those of the departments' folders.
  let indexPages: [IndexPage]
  /// The departments' folders, whose pages come behind those.
  let folders: [DepartmentFolder]
  let reports: [ListedReport]

  /// Hands out `sitemap.xml`; where it would be longer than allowed, numbered files that together
  /// have all addresses, and `sitemap.xml` that lists them.
  func makeFiles(
    limit: Int = Sitemap.limit, _ emit: (RenderedFile) throws -> Void
  ) rethrows {
    // One by one, for all their names at once would take as much as all that is known of them.
    let ownPages = folders.lazy.filter { $0.page != nil }
    let count = reports.reduce(indexPages.count + ownPages.count) { $0 + $1.pages.count }
    var index = AddressList(root: "sitemapindex", item: "sitemap")
    var part = AddressList(root: "urlset", item: "url", room: min(count, limit))
    var number = 0
    func finish() throws {
      number += 1
      let path = count > limit ? "sitemap-\(number).xml" : "sitemap.xml"
      index.add(site.baseURL + path, part.latest)
      try emit(RenderedFile(path: path, bytes: part.finish()))
      part.begin()
    }
    func add(_ path: String, _ date: PublicationDate?) throws {
      if part.count == limit { try finish() }
      part.add(site.baseURL + path, date)
    }
    for page in indexPages { try add(page.path, page.updated) }
    for folder in folders {
      if let page = folder.page { try add(page, folder.reports.lastUpdate) }
    }
    for report in reports {
      for page in report.pages { try add(report.path + "/" + page, report.updated) }
    }
    try finish()
    guard count > limit else { return }
    try emit(RenderedFile(path: "sitemap.xml", bytes: index.finish()))
  }
}

extension Collection<ListedReport> {
  /// When the last of the reports changed, by the content's dates.
  var lastUpdate: PublicationDate? { lazy.compactMap(\.updated).max() }
}

/// A file of addresses. Its dates are the content's own; where it gives none, there is none.
private struct AddressList {
  /// How many addresses it has.
  private(set) var count = 0
  /// The latest of their dates.
  private(set) var latest: PublicationDate?

  private let root: StaticString
  private let item: StaticString
  private var xml: HTMLBuffer

  /// A file with room for so many addresses of the usual length.
  init(root: StaticString, item: StaticString, room: Int = 16) {
    self.root = root
    self.item = item
    xml = HTMLBuffer(capacity: 96 * (room + 2))
    begin()
  }

  /// Begins another file in the same memory.
  mutating func begin() {
    count = 0
    latest = nil
    xml.clear()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    xml.raw(root)
    xml.raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
  }

  mutating func add(_ address: String, _ date: PublicationDate?) {
    count += 1
    xml.raw("<")
    xml.raw(item)
    xml.raw("><loc>")
    xml.text(URLPath.encoded(address))
    xml.raw("</loc>")
    if let date {
      latest = max(latest ?? date, date)
      xml.raw("<lastmod>")
      xml.text(date.day)
      xml.raw("</lastmod>")
    }
    xml.raw("</")
    xml.raw(item)
    xml.raw(">\n")
  }

  mutating func finish() -> [UInt8] {
    xml.raw("</")
    xml.raw(root)
    xml.raw(">\n")
    return xml.bytes
  }
}
