import Budget

/// The addresses of all pages, for search engines (sitemaps.org).
struct Sitemap {
  /// The most addresses that the protocol allows in one file.
  static let limit = 50_000

  let site: Site
  /// The site's own pages, with paths within the site.
  let indexPages: [String]
  let reports: [ListedReport]

  /// Hands out `sitemap.xml`; where it would be longer than allowed, numbered files that together
  /// have all addresses, and `sitemap.xml` that lists them.
  func makeFiles(
    limit: Int = Sitemap.limit, _ emit: (RenderedFile) throws -> Void
  ) rethrows {
    let count = indexPages.count + reports.reduce(0) { $0 + $1.pages.count }
    var files: [Entry] = []
    var part: [Entry] = []
    func finish() throws {
      let path = count > limit ? "sitemap-\(files.count + 1).xml" : "sitemap.xml"
      files.append(Entry(path: path, date: part.compactMap(\.date).max()))
      try emit(RenderedFile(path: path, bytes: list(part, in: "urlset", of: "url")))
      part.removeAll(keepingCapacity: true)
    }
    try forEachEntry { entry in
      part.append(entry)
      if part.count == limit { try finish() }
    }
    if !part.isEmpty || files.isEmpty { try finish() }
    guard count > limit else { return }
    let index = list(files, in: "sitemapindex", of: "sitemap")
    try emit(RenderedFile(path: "sitemap.xml", bytes: index))
  }

  /// An address. Its date is the content's own; where it gives none, there is none.
  private struct Entry {
    let path: String
    let date: PublicationDate?
  }

  private func forEachEntry(_ body: (Entry) throws -> Void) rethrows {
    let latest = reports.lazy.compactMap(\.updated).max()
    for page in indexPages { try body(Entry(path: page, date: latest)) }
    for report in reports {
      for page in report.pages {
        try body(Entry(path: report.path + "/" + page, date: report.updated))
      }
    }
  }

  private func list(
    _ entries: [Entry], in root: StaticString, of item: StaticString
  ) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    xml.raw(root)
    xml.raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for entry in entries {
      xml.raw("<")
      xml.raw(item)
      xml.raw("><loc>")
      xml.text(URLPath.encoded(site.baseURL + entry.path))
      xml.raw("</loc>")
      if let date = entry.date {
        xml.raw("<lastmod>")
        xml.text(date.day)
        xml.raw("</lastmod>")
      }
      xml.raw("</")
      xml.raw(item)
      xml.raw(">\n")
    }
    xml.raw("</")
    xml.raw(root)
    xml.raw(">\n")
    return xml.bytes
  }
}
