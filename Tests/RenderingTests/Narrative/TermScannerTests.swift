import Budget
import Testing

@testable import Rendering

@Suite("Terms in running text")
struct TermScannerTests {
  private let words = ["“三公”经费", "运行经费", "机构运行经费"]

  private func marked(_ text: String, _ more: String...) -> [String] {
    let scanner = TermScanner(words.map { Glossary.Term(words: $0, anchor: "term-" + $0) })
    var used: Set<String> = []
    return ([text] + more).map { text in
      var html = HTMLBuffer()
      TermMarker.append(text, scanner.firstUses(in: text, used: &used), to: &html)
      return html.string.replacing("<a class=\"term\" href=\"#term-", with: "<")
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
}

@Suite("A report's own glossary")
struct GlossaryTests {
  private let place = SourcePosition(file: "narrative.md")

  private func text(_ words: String, line: Int) -> Block {
    let position = SourcePosition(file: "narrative.md", line: line)
    return .paragraph([.text(words, position)], position)
  }

  private func heading(_ words: String) -> Block {
    .heading(
      Heading(level: 3, content: [.text(words, place)], anchor: words, position: place))
  }

  @Test("is the list under 名词解释; uses are marked outside headings and the list itself")
  func glossary() {
    let item = text("预备费：为应急安排的资金，预备费不列项目。", line: 9)
    let narrative = Narrative(
      blocks: [
        heading("预备费安排"), text("今年安排预备费。", line: 3), text("预备费不变。", line: 5),
        heading("六、名 词解释"), .list(.number(start: 1, delimiter: "."), items: [[item]]),
        heading("七、其他"), text("不是术语：预备费。", line: 12),
      ], file: "narrative.md")
    let glossary = Glossary(narrative)
    #expect(glossary.terms.map(\.words) == ["预备费"])
    #expect(glossary.terms.map(\.anchor) == ["term-预备费"])
    let uses = glossary.firstUses(in: narrative)
    #expect(uses.keys.map(\.line) == [3])
    #expect(uses.values.flatMap { $0.map(\.range) } == [4..<7])
  }

  @Test("is empty where the report explains nothing")
  func none() {
    let narrative = Narrative(
      blocks: [heading("一、说明"), text("甲：乙", line: 2)], file: "narrative.md")
    #expect(Glossary(narrative).terms.isEmpty)
    #expect(Glossary(narrative).firstUses(in: narrative).isEmpty)
  }
}
