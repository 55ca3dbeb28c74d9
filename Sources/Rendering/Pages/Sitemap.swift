import Budget

/// The addresses of all pages, for search engines (sitemaps.org).
struct Sitemap {
  /// The most addresses that the protocol allows in one file.
  static let limit = 50_000

  let site: Site
  /// The site's own pages, with paths within the site.
  let indexPages: [String]
  let reports: [ReportSummary]

  /// `sitemap.xml`; where it would be longer than allowed, it lists numbered files that together
  /// have all addresses.
  func files(limit: Int = Sitemap.limit) -> [RenderedFile] {
    let entries = entries
    guard entries.count > limit else {
      return [RenderedFile(path: "sitemap.xml", bytes: list(entries[...], in: "urlset", of: "url"))]
    }
    var files: [RenderedFile] = []
    var parts: [Entry] = []
    for start in stride(from: 0, to: entries.count, by: limit) {
      let part = entries[start..<min(start + limit, entries.count)]
      let path = "sitemap-\(files.count + 1).xml"
      files.append(RenderedFile(path: path, bytes: list(part, in: "urlset", of: "url")))
      parts.append(Entry(path: path, date: part.compactMap(\.date).max()))
    }
    let index = list(parts[...], in: "sitemapindex", of: "sitemap")
    return [RenderedFile(path: "sitemap.xml", bytes: index)] + files
  }

  /// An address. Its date is the content's own; where it gives none, there is none.
  private struct Entry {
    let path: String
    let date: PublicationDate?
  }

  private var entries: [Entry] {
    let latest = reports.compactMap(\.updated).max()
    return indexPages.map { Entry(path: $0, date: latest) }
      + reports.flatMap { report in
        report.pages.map { Entry(path: report.path + "/" + $0, date: report.updated) }
      }
  }

  private func list(
    _ entries: ArraySlice<Entry>, in root: StaticString, of item: StaticString
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
