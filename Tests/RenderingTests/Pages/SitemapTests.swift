import Budget
import Testing

@testable import Rendering

@Suite("The sitemap")
struct SitemapTests {
  private let summaries = ["a/2021", "b/2021", "c/2021"].map { path in
    ReportSummary(DownloadFixture().with { $0.path = path }.report())
  }

  private func files(most: Int) -> [RenderedFile] {
    var site = Site()
    site.baseURL = "https://example.gov.cn/"
    return Sitemap(site: site, pages: ["index.html"], reports: summaries, most: most).files()
  }

  private func addresses(_ file: RenderedFile) -> [Substring] {
    file.bytes.text.split(separator: "<loc>").dropFirst().map { $0.prefix { $0 != "<" } }
  }

  /// Each of these reports has two pages: the narrative and the reconciliation.
  private let all = [
    "index.html", "a/2021/index.html", "a/2021/reconciliation.html", "b/2021/index.html",
    "b/2021/reconciliation.html", "c/2021/index.html", "c/2021/reconciliation.html",
  ].map { "https://example.gov.cn/" + $0 }

  @Test("is one file as long as that is allowed")
  func one() {
    let files = files(most: 7)
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(addresses(files[0]).map(String.init) == all)
  }

  @Test("is a list of files beyond, each no longer than allowed", arguments: [3, 4, 5, 6])
  func several(most: Int) {
    let files = files(most: most)
    let parts = files.dropLast()
    #expect(parts.count == (most == 3 ? 3 : 2))
    #expect(parts.allSatisfy { (1...most).contains(addresses($0).count) })
    #expect(parts.flatMap(addresses).map(String.init) == all)
    #expect(files.last?.path == "sitemap.xml")
    #expect(
      addresses(files[files.count - 1]).map(String.init)
        == parts.map { "https://example.gov.cn/" + $0.path })
  }

  @Test("a summary is the same after it was stored")
  func stored() throws {
    for summary in summaries {
      let bytes = try summary.encoded()
      let again = try #require(ReportSummary(encoded: bytes))
      #expect(try again.encoded() == bytes)
      #expect(again.path == summary.path && again.pages == summary.pages)
    }
    #expect(ReportSummary(encoded: [1, 2, 3]) == nil)
  }
}
