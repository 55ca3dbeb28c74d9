import Testing

@testable import Comparing

@Suite struct MarkupReaderTests {
  private func page(_ html: String) throws -> Element {
    try MarkupReader.page(Array(html.utf8))
  }

  @Test func readsWhatBrowsersForgive() throws {
    let root = try page(
      "<!DOCTYPE html><html><!-- <p>no</p> --><p class='a b' hidden id=x>1 &lt; 2<br>&#23383;&amp;"
        + "&unknown;</p></div><ul><li>one<li>two</ul><script>\"</p>\" < 1</script><p>end</html>")
    let paragraph = try #require(root.first("p", "b"))
    #expect(paragraph.text == "1 < 2字&&unknown;")
    #expect(paragraph["id"] == "x")
    #expect(paragraph["hidden"] == "")
    #expect(root.all("p").count == 2)
    #expect(root.first("script")?.nodes.isEmpty == true)
  }

  @Test(arguments: ["", "<html>", "<html><p>half", "<p title=\"</html>"])
  func whatIsCutOffIsRefused(html: String) {
    #expect(throws: MarkupReader.Failure.incomplete) { try page(html) }
  }

  @Test func whatIsNoTextOrTooDeepIsRefused() {
    #expect(throws: MarkupReader.Failure.noText) { try MarkupReader.page([0xFF, 0xFE]) }
    #expect(throws: MarkupReader.Failure.tooDeep) {
      try page(String(repeating: "<b>", count: 100_000) + "</html>")
    }
  }

  /// Whatever comes, reading ends, with a page or a reason.
  @Test func oddBytesNeverCrash() {
    var state: UInt64 = 42
    let pieces = [
      "<", ">", "/", "=", "\"", "'", "&", ";", "#", "a", " ", "<!--", "-->", "</html>", "<svg/",
      "字",
    ]
    for _ in 0..<2000 {
      var html = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html += pieces[Int(state >> 33) % pieces.count]
      }
      _ = try? page(html)
    }
  }
}
