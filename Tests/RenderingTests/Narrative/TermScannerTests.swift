import Budget
import Testing

@testable import Rendering

@Suite("Terms in running text")
struct TermScannerTests {
  private let words = ["“三公”经费", "运行经费", "机构运行经费"]

  private func marked(_ text: String, _ more: String...) -> [String] {
    var marker = TermMarker(TermScanner(words.map { Glossary.Term($0) }))
    return ([text] + more).map { text in
      var html = HTMLBuffer()
      marker.append(text, to: &html)
      return html.bytes.text.replacing("<a class=\"term\" href=\"#term-", with: "<")
        .replacing("</a>", with: "</>")
    }
  }

  @Test("link at their first use only, their words unchanged")
  func firstUse() {
    #expect(
      marked("“三公”经费增加，“三公”经费", "三公经费")
        == ["<“三公”经费\">“三公”经费</>增加，“三公”经费", "三公经费"])
  }

  @Test("are known with other quotation marks, or none")
  func quotes() {
    #expect(marked("部门\"三公\"经费") == ["部门<“三公”经费\">&quot;三公&quot;经费</>"])
    #expect(marked("三公经费、“他”") == ["<“三公”经费\">三公经费</>、“他”"])
  }

  @Test("are the longest that fit, also where that one is no news")
  func overlap() {
    #expect(
      marked("机构运行经费", "机构运行经费和运行经费")
        == ["<机构运行经费\">机构运行经费</>", "机构运行经费和<运行经费\">运行经费</>"])
  }

  @Test("end with the text, and need all their characters")
  func ends() {
    #expect(marked("“三公”", "“", "") == ["“三公”", "“", ""])
  }

  @Test("stand among characters of any length", arguments: ["a", "é", "𠮷", "—", "1"])
  func characters(character: String) {
    #expect(
      marked(character + "运行经费" + character)
        == [character + "<运行经费\">运行经费</>" + character])
  }
}

@Suite("A report's own glossary")
struct GlossaryTests {
  private let place = SourcePosition(file: "narrative.md")

  private func text(_ words: String) -> Block { .paragraph([.text(words, place)], place) }

  private func heading(_ words: String) -> Block {
    .heading(
      Heading(level: 3, content: [.text(words, place)], anchor: words, position: place))
  }

  /// The lines of the page that a narrative of `blocks` becomes.
  private func lines(_ blocks: [Block]) -> [String] {
    let narrative = Narrative(blocks: blocks, file: "narrative.md")
    var fixture = DownloadFixture()
    fixture.blocks = blocks
    var html = HTMLBuffer()
    NarrativeRenderer(
      figures: [], contents: PrintedContents(fixture.report(), []),
      glossary: Glossary(narrative), marksLines: false, placements: { _, _ in }
    ).render(narrative, into: &html)
    return html.bytes.text.split(separator: "\n").map(String.init)
  }

  @Test("is the list under 名词解释; uses are marked outside headings, links and the list itself")
  func glossary() {
    let link = Inline.link(destination: "a", title: "", [.text("预备费", place)])
    let blocks = [
      heading("预备费安排"), .paragraph([link], place),
      .paragraph([.strong([.text("今年预备费。", place)])], place), text("预备费不变。"),
      heading("六、名 词解释"),
      .list(
        .number(start: 1, delimiter: "."), items: [[text(" 预备费 ：为应急安排，预备费不列项目。")]]),
      heading("七、其他"), text("不是术语：预备费。"),
    ]
    let glossary = Glossary(Narrative(blocks: blocks, file: "narrative.md"))
    #expect(glossary.terms.map(\.words) == ["预备费"])
    #expect(glossary.terms.map(\.anchor) == ["term-预备费"])
    #expect(
      lines(blocks) == [
        "<h3 id=\"预备费安排\">预备费安排</h3>", "<p><a href=\"a\">预备费</a></p>",
        "<p><strong>今年<a class=\"term\" href=\"#term-预备费\">预备费</a>。</strong></p>",
        "<p>预备费不变。</p>", "<h3 id=\"六、名 词解释\">六、名 词解释</h3>",
        "<ol class=\"numbered\">",
        "<li class=\"explained\" id=\"term-预备费\"><span class=\"marker\">1.</span> "
          + "<dfn>预备费</dfn> ：为应急安排，预备费不列项目。</li>",
        "</ol>", "<h3 id=\"七、其他\">七、其他</h3>", "<p>不是术语：预备费。</p>",
      ])
  }

  @Test("is empty where the report explains nothing")
  func none() {
    let blocks = [heading("一、说明"), text("甲：乙")]
    #expect(Glossary(Narrative(blocks: blocks, file: "narrative.md")).terms.isEmpty)
    #expect(lines(blocks).last == "<p>甲：乙</p>")
  }
}
