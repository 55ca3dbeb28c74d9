import Foundation
import Testing

@testable import Previewing

/// A preview shows what would be published, and adds to it what it must.
@Suite struct FidelityTests {
  private static let site = Desk.root.appending(path: "public")

  private static let published: [String] = {
    let prefix = site.resolvingSymlinksInPath().path + "/"
    let found = FileManager.default.enumerator(at: site, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
      .map { String($0.resolvingSymlinksInPath().path.dropFirst(prefix.count)) }
      .filter { !$0.hasPrefix(".") && $0 != "404.html" }.sorted()
  }()

  @Test func servesEveryPublishedFile() async throws {
    let desk = try Desk()
    await desk.prepareAll()
    #expect(Self.published.count > 30)
    for path in Self.published {
      let expected = Array(try Data(contentsOf: Self.site.appending(path: path)))
      let answer = await desk.preview.answer(path)
      #expect(answer.word == "found", "\(path)")
      let bytes = path.hasSuffix(".html") ? Self.withoutAdditions(answer.bytes) : answer.bytes
      #expect(bytes == expected, "\(path)")
    }
  }

  /// What a preview adds, taken away by other means than it was put there.
  private static func withoutAdditions(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    text.replace(#/<aside class="preview-notice"(?s:.*?)</aside>\n/#, with: "")
    text.replace(#/<link rel="stylesheet" href="/~preview/preview.css">\n/#, with: "")
    text.replace(
      #/<script src="/~preview/preview.js" data-state="[0-9a-f]+" defer></script>\n/#, with: "")
    text.replace(#/<span id="line-[0-9]+"></span>/#, with: "")
    text.replace("; connect-src 'self'\"", with: "\"")
    return Array(text.utf8)
  }

  @Test func answersFoldersAndWrongAddresses() async throws {
    let desk = try Desk()
    #expect(await desk.preview.answer("2021").word == "moved to /2021/")
    #expect(await desk.preview.answer("2021/").word == "found")
    let missing = await desk.preview.answer("2021/nothing.html")
    #expect(missing.word == "not found")
    // The page for wrong addresses may stand at any depth, so that it links from the root.
    #expect(String(decoding: missing.bytes, as: UTF8.self).contains("href=\"/assets/site.css\""))
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a/b.csv", "text/csv; charset=utf-8"),
    ("a.JPG", "image/jpeg"),
    ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("a", "application/octet-stream"), ("a.b/c", "application/octet-stream"),
    ("", "application/octet-stream"),
  ])
  func namesMediaTypes(path: String, type: String) {
    #expect(MediaType.of(path) == type)
  }

  @Test(arguments: [
    // As the site's own templates state it.
    (
      "default-src 'none'; style-src 'self'; script-src 'self'",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    ),
    // What is not named falls back to the default, and is no narrower with the preview than without.
    (
      "default-src https://a.cn",
      "default-src https://a.cn; connect-src https://a.cn 'self'; script-src https://a.cn 'self';"
        + " style-src https://a.cn 'self'"
    ),
    ("script-src 'none'", "script-src 'self'"),
    ("img-src 'none'", "img-src 'none'"),
  ])
  func allowsItselfInAPolicy(policy: String, expected: String) {
    func head(_ policy: String) -> String {
      "<head><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"><title>x</title>"
    }
    #expect(ContentPolicy.allowingPreview(in: head(policy)) == head(expected))
    #expect(ContentPolicy.allowingPreview(in: "<head>") == "<head>")
  }
}
