import Budget
import Foundation
import Testing

@testable import Rendering

@Suite("JSON within a page")
struct JSONObjectTests {
  @Test(
    "keeps every text in its string",
    arguments: [
      "</script><script>alert(1)</script>", "<!--<script>", "\"}\u{2028}\u{2029}\\", "\u{0}\n\t",
      "&lt;甲乙&amp;", "]]>", "“甲”—\u{7F}\u{2027}", "\u{E2}\u{1F}",
    ])
  func texts(text: String) throws {
    var object = JSONObject(onLines: true)
    object.add("words", text)
    let bytes = object.finish()
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
    #expect(
      !json.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{2028}" })
    let members = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String]
    #expect(members == ["words": text])
  }

  @Test("leaves out what is not given")
  func empty() {
    var object = JSONObject(onLines: false)
    object.add("name", "甲")
    object.add("url", nil)
    object.add("description", "")
    object.add("distribution", list: [])
    object.add(membersOf: JSONObject(onLines: false))
    #expect(String(decoding: object.finish(), as: UTF8.self) == "{\"name\": \"甲\"}")
  }

  @Test("has its members on lines, or all on one")
  func lines() {
    var inner = JSONObject(onLines: false)
    inner.add("a", "1")
    inner.add("b", "2")
    var more = JSONObject(onLines: true)
    more.add("inner", json: inner.finish())
    more.add("list", list: [Array("1".utf8), Array("2".utf8)])
    var object = JSONObject(onLines: true)
    object.add("first", "0")
    object.add(membersOf: more)
    #expect(
      String(decoding: object.finish(), as: UTF8.self) == """
        {
        "first": "0",
        "inner": {"a": "1", "b": "2"},
        "list": [
        1,
        2
        ]
        }
        """)
  }
}

@Suite("The site's address")
struct SiteAddressTests {
  @Test(
    "has a path on its host",
    arguments: [
      ("https://example.gov.cn/", "/"), ("https://example.gov.cn/ysgk/", "/ysgk/"), ("", ""),
      ("https://example.gov.cn/预算/", "/%E9%A2%84%E7%AE%97/"),
    ])
  func rootPath(base: String, path: String) {
    var site = Site()
    site.baseURL = base
    #expect(site.rootPath == path)
  }

  @Test("is that of a file only where it is known")
  func address() {
    var site = Site()
    #expect(site.address(of: "2021/index.html") == nil)
    site.baseURL = "https://example.gov.cn/ysgk/"
    #expect(site.address(of: "2021/index.html") == "https://example.gov.cn/ysgk/2021/index.html")
  }
}

@Suite("The feed")
struct FeedTests {
  @Test("has ids that are UUIDs of version 8, the same wherever the site stands")
  func ids() {
    let id = FeedID.of("report", "某局", "2021")
    #expect(id == FeedID.of("report", "某局", "2021"))
    #expect(id != FeedID.of("report", "某局2", "021"))
    #expect(
      id.wholeMatch(
        of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
        != nil)
  }

  @Test("is not there without an entry, which needs a date")
  func empty() {
    #expect(AtomFeed(Site(), []) == nil)
  }

  @Test("gives dates in the publisher's time")
  func timestamps() {
    #expect(PublicationDate("2021-02-03 09:30")?.timestamp == "2021-02-03T09:30:00+08:00")
    #expect(PublicationDate("2021-02-03")?.timestamp == "2021-02-03T00:00:00+08:00")
  }
}
