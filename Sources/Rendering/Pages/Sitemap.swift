import Budget

/// The list of all pages for search engines (sitemaps.org). One file has at most 50,000 addresses;
/// beyond that, `sitemap.xml` lists the files that do.
struct Sitemap {
  let site: Site
  /// The pages of the whole site, the home page first.
  let pages: [String]
  let reports: [ReportSummary]
  /// The most addresses in a file.
  var most = 50_000

  /// The files, `sitemap.xml` last.
  func files() -> [RenderedFile] {
    var parts: [[UInt8]] = []
    var part = HTMLBuffer()
    var count = 0
    forEachPage { path, date in
      if count == most {
        parts.append(document(part.bytes))
        part = HTMLBuffer()
        count = 0
      }
      entry(path, date: date, into: &part)
      count += 1
    }
    parts.append(document(part.bytes))
    if parts.count == 1 { return [RenderedFile(path: "sitemap.xml", bytes: parts[0])] }
    let files = parts.enumerated().map { offset, bytes in
      RenderedFile(path: "sitemap-\(offset + 1).xml", bytes: bytes)
    }
    return files + [RenderedFile(path: "sitemap.xml", bytes: list(of: files))]
  }

  /// A date is the content's own; where it gives none, there is none.
  private func forEachPage(_ body: (_ path: String, _ date: PublicationDate?) -> Void) {
    let latest = reports.compactMap(\.updated).max()
    for page in pages { body(page, latest) }
    for report in reports {
      for page in report.pages { body(report.path + "/" + page, report.updated) }
    }
  }

  private func list(of files: [RenderedFile]) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for file in files {
      xml.raw("<sitemap><loc>")
      xml.text(URLPath.encoded(site.baseURL + file.path))
      xml.raw("</loc></sitemap>\n")
    }
    xml.raw("</sitemapindex>\n")
    return xml.bytes
  }

  private func document(_ entries: [UInt8]) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    xml.markup(entries)
    xml.raw("</urlset>\n")
    return xml.bytes
  }

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
}
