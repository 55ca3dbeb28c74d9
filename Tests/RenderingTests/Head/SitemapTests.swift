import Budget
import Testing

@testable import Rendering

@Suite("Sitemap")
struct SitemapTests {
  private func files(_ pages: [String], limit: Int) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    let pages = pages.map { Sitemap.IndexPage(path: $0, updated: nil) }
    Sitemap(site: Site(), indexPages: pages, folders: [], reports: []).makeFiles(limit: limit) {
      files.append(($0.path, String(decoding: $0.bytes, as: UTF8.self)))
    }
    return files.sorted { $0.path < $1.path }
  }

  @Test("is one file as long as the protocol allows")
  func one() {
    let files = files(["index.html", "a b.html"], limit: 2)
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(
      files[0].text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>index.html</loc></url>
        <url><loc>a%20b.html</loc></url>
        </urlset>

        """)
  }

  @Test("is a list of parts where it would be longer")
  func parts() {
    let files = files(["1.html", "2.html", "3.html", "4.html", "5.html"], limit: 2)
    #expect(
      files.map(\.path) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"])
    #expect(
      files[3].text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>sitemap-1.xml</loc></sitemap>
        <sitemap><loc>sitemap-2.xml</loc></sitemap>
        <sitemap><loc>sitemap-3.xml</loc></sitemap>
        </sitemapindex>

        """)
    let addresses = files.dropLast().flatMap { file in
      file.text.split(separator: "\n").filter { $0.hasPrefix("<url>") }
    }
    #expect(addresses == (1...5).map { "<url><loc>\($0).html</loc></url>" })
    #expect(files[2].text.contains("5.html") && !files[2].text.contains("4.html"))
  }
}
