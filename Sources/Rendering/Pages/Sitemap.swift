import Budget

/// The list of all pages for search engines (sitemaps.org). One file has at most 50,000 addresses;
/// beyond that, `sitemap.xml` lists the files that do.
struct Sitemap {
  private static let mostEntries = 50_000

  private let site: Site
  private let most: Int
  private var entries = HTMLBuffer()
  private var count = 0
  private var files = 0
  /// When anything last changed, by the content's dates.
  private var updated: PublicationDate?

  /// The pages of a site without reports; `most` is for tests.
  init(_ site: Site, most: Int = mostEntries) {
    self.site = site
    self.most = most
  }

  /// Takes in a report's pages, and gives the file that is full, if one is.
  mutating func add(_ report: ReportSummary) -> [RenderedFile] {
    // One place is for the home page, whose date is only known at the end.
    let full = count + report.pages.count >= most ? [nextFile()] : []
    for page in report.pages {
      Self.entry(report.path + "/" + page, date: report.updated, of: site, into: &entries)
    }
    count += report.pages.count
    if let date = report.updated { updated = max(updated ?? date, date) }
    return full
  }

  /// The last file, and the list of files if there are several.
  mutating func finish() -> [RenderedFile] {
    var home = HTMLBuffer()
    Self.entry("index.html", date: updated, of: site, into: &home)
    if files == 0 { return [RenderedFile(path: "sitemap.xml", bytes: document(home.bytes))] }
    let last = nextFile(home.bytes)
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for number in 1...files {
      xml.raw("<sitemap><loc>")
      xml.text(URLPath.encoded(site.baseURL + Self.name(number)))
      xml.raw("</loc></sitemap>\n")
    }
    xml.raw("</sitemapindex>\n")
    return [last, RenderedFile(path: "sitemap.xml", bytes: xml.bytes)]
  }

  private static func name(_ number: Int) -> String { "sitemap-\(number).xml" }

  private mutating func nextFile(_ first: [UInt8] = []) -> RenderedFile {
    files += 1
    let file = RenderedFile(path: Self.name(files), bytes: document(first))
    entries = HTMLBuffer()
    count = 0
    return file
  }

  private func document(_ first: [UInt8]) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    xml.markup(first)
    xml.markup(entries.bytes)
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  /// A date is the content's own; where it gives none, there is none.
  private static func entry(
    _ path: String, date: PublicationDate?, of site: Site, into xml: inout HTMLBuffer
  ) {
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
