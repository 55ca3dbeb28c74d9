import Budget
import Testing

@testable import Loading

/// A narrative as a text that tests can compare: blocks and words with their places.
func outline(
  _ markdown: String, charts: [String]? = ["bars"]
) -> (blocks: [String], findings: [Finding]) {
  var findings: [Finding] = []
  var expressions = ParsedExpressions()
  let narrative = NarrativeReader.narrative(
    SourceText(file: "n.md", bytes: Array(markdown.utf8)),
    in: NarrativeContext(charts: charts, depth: 1, files: ["report.yml", "图.png"]),
    &expressions, into: &findings)
  return (narrative.blocks.map(describe), findings)
}

private func describe(_ block: Block) -> String {
  switch block {
  case .heading(let heading):
    "h\(heading.level)#\(heading.anchor)@\(place(heading.position)) \(describe(heading.content))"
  case .paragraph(let inlines, let position): "p@\(place(position)) \(describe(inlines))"
  case .list(let marker, let items):
    "\(marker)(" + items.map { $0.map(describe).joined(separator: " ") }.joined(separator: " | ")
      + ")"
  case .quote(let blocks): "quote(" + blocks.map(describe).joined(separator: " ") + ")"
  case .code(let text): "code(\(text))"
  case .thematicBreak: "hr"
  case .placement(let placement):
    "place(\(placement.part) \(placement.title)@\(place(placement.position)))"
  }
}

private func describe(_ inlines: [Inline]) -> String {
  inlines.map {
    switch $0 {
    case .text(let text, let position): "‹\(text)›\(place(position))"
    case .softBreak: "↵"
    case .lineBreak: "⏎"
    case .emphasis(let inner): "em(\(describe(inner)))"
    case .strong(let inner): "strong(\(describe(inner)))"
    case .code(let text): "`\(text)`"
    case .link(let destination, let title, let inner):
      "link(\(destination) \(title) \(describe(inner)))"
    case .image(let destination, let alternative, let position):
      "img(\(destination) \(alternative))\(place(position))"
    case .misbound(let inner): "misbound(\(describe(inner)))"
    case .figure(let figure):
      "fig\(figure.index)(‹\(figure.text)›\(place(figure.position)) =\(figure.expressionText) “\(figure.note)”)"
    }
  }.joined()
}

private func place(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }

@Suite("Narrative")
struct NarrativeTests {
  @Test("keeps headings, with anchors that no two share")
  func headings() {
    let (blocks, findings) = outline("# 一、收入 情况\n\n一、收入情况\n===\n\n## <\n\n### “三公”\"#%\n\n文\n")
    #expect(
      blocks == [
        "h1#一、收入情况@1:1 ‹一、收入 情况›1:3",
        "h1#一、收入情况-2@3:1 ‹一、收入情况›3:1",
        "h2#section@6:1 ‹<›6:4",
        "h3#“三公”@8:1 ‹“三公”\"#%›8:5", "p@10:1 ‹文›10:1",
      ])
    #expect(findings == [])
  }

  @Test("gives no heading an id that a page has itself")
  func ownIds() {
    let (blocks, findings) = outline("# main\n\n# term-公用经费\n\n# Q1情况\n\n# a公司\n\n文\n")
    #expect(
      blocks.map { $0.prefix { $0 != "@" } } == [
        "h1#section-main", "h1#section-term-公用经费", "h1#Q1情况", "h1#a公司", "p",
      ])
    #expect(findings == [])
  }

  @Test("knows the line and character of words after breaks, in lists and in quotations")
  func places() {
    let markdown = """
      第一行，
        缩进的第二行**强调**后文  
      第三行

      - 甲项
        乙行*丙*丁
        1. 嵌套一
           续行**五**
      懒惰续行[六](https://example.com)七

      > - 引用里的
      >   续行 `x` 后
      > 懒
      """
    let (blocks, findings) = outline(markdown)
    #expect(
      blocks == [
        "p@1:1 ‹第一行，›1:1↵‹缩进的第二行›2:3strong(‹强调›2:11)‹后文›2:15⏎‹第三行›3:1",
        "bullet(p@5:3 ‹甲项›5:3↵‹乙行›6:3em(‹丙›6:6)‹丁›6:8 "
          + "number(start: 1, delimiter: \".\")(p@7:6 ‹嵌套一›7:6↵‹续行›8:6strong(‹五›8:10)↵"
          + "‹懒惰续行›9:1link(https://example.com  ‹六›9:6)‹七›9:29))",
        "quote(bullet(p@11:5 ‹引用里的›11:5↵‹续行 ›12:5`x`‹ 后›12:11↵‹懒›13:3))",
      ])
    #expect(findings == [])
  }

  @Test("cuts words at escapes, so that every character's place is known")
  func escapes() {
    let (blocks, findings) = outline("5\\*6 &lt;甲&gt; &amp;amp; \\元 &unknown; **乙\\*丙**丁\n")
    #expect(
      blocks == [
        "p@1:1 ‹5›1:1‹*›1:2‹6 ›1:4‹<›1:6‹甲›1:10‹>›1:11‹ ›1:15‹&›1:16‹amp; \\元 &unknown; ›1:21"
          + "strong(‹乙›1:41‹*›1:42‹丙›1:44)‹丁›1:47"
      ])
    #expect(findings == [])
  }

  @Test("binds figures to expressions, with notes")
  func figures() {
    let markdown = """
      预算[60646633.13元](=收入[总计].合计)，占[5.85%](<=收入[总计].合计 / 支出[总计].合计>)，
      减少[1239.72元](=%E6%94%B6%E5%85%A5[总计].合计 "原文如此：“应为3370.79元”")。
      """
    let (blocks, findings) = outline(markdown)
    #expect(
      blocks == [
        "p@1:1 ‹预算›1:1fig0(‹60646633.13元›1:4 =收入[总计].合计 “”)‹，占›1:29"
          + "fig1(‹5.85%›1:32 =收入[总计].合计 / 支出[总计].合计 “”)‹，›1:64↵"
          + "‹减少›2:1fig2(‹1239.72元›2:4 =收入[总计].合计 “原文如此：“应为3370.79元””)‹。›2:61"
      ])
    #expect(findings == [])
  }

  @Test("knows the place of words behind a figure whose expression stands elsewhere")
  func referenceLinks() {
    let markdown = "甲[1元][a]乙\\*丙[2元](=b.c)丁\n\n[3元][a]，乙\\*丙，[4元](=总计]合计)\n\n[a]: =a.b\n"
    let (blocks, findings) = outline(markdown)
    #expect(
      blocks == [
        "p@1:1 ‹甲›1:1fig0(‹1元›1:3 =a.b “”)‹乙›1:9‹*›1:10‹丙›1:12fig1(‹2元›1:14 =b.c “”)‹丁›1:23",
        "p@3:1 fig2(‹3元›3:2 =a.b “”)‹，乙›3:8‹*›3:10‹丙，›3:12misbound(‹4元›3:15)",
      ])
    #expect(findings.map(\.place) == ["3:22 expression-syntax"])
  }

  @Test("points into an expression that cannot be read, and keeps the words")
  func expressionPlaces() {
    let (blocks, findings) = outline("收入[5元](=收入[总计]合计)和[6元](=%E6%94%B6入[总计]合计)。\n")
    #expect(blocks == ["p@1:1 ‹收入›1:1misbound(‹5元›1:4)‹和›1:18misbound(‹6元›1:20)‹。›1:42"])
    #expect(findings.map(\.place) == ["1:15 expression-syntax", "1:39 expression-syntax"])
  }

  @Test(
    "says how a binding that is none should be written",
    arguments: [
      ("[5元]（=收入[总计].合计）", "圆括号要用半角的“(”“)”。请写成 [5元](=收入[总计].合计)。"),
      ("[5元] (=收入[总计].合计)", "“]”和“(”之间不能有空格。请写成 [5元](=收入[总计].合计)。"),
      ("［5元］（＝三公[因公出国（境）费].本年）", "请写成 [5元](=三公[因公出国（境）费].本年)。"),
      ("[5元](＝收入[总计].合计)", "等号要用半角的“=”。请写成 [数字](=收入[总计].合计)。"),
      ("[5元](收入[总计].合计)", "“(”后面少了“=”。请写成 [数字](=收入[总计].合计)。"),
      ("[5元](=收入[总计].合计，后文。", "后面少了“)”。请写成 [5元](=表[行].列)。"),
      ("[5元](=收入[总计].合计）", "圆括号要用半角的“(”“)”。请写成 [5元](=收入[总计].合计)。"),
      (
        "[5元](=收入[总计].合计 “应为6元”)",
        "说明要放在英文双引号里，前面空一格。请写成 [5元](=收入[总计].合计 \"应为6元\")。"
      ),
      ("[5元](=收入[总计].合计 - 文外.甲)", "算式里有空格时要加尖括号"),
    ])
  func miswritten(markdown: String, advice: String) {
    let findings = outline("收入" + markdown).findings
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains(advice) == true, "\(findings)")
  }

  @Test(
    "takes nothing else for a binding",
    arguments: [
      "结余（=收入-支出）", "\\[5元\\]（=收入）", "[5元\\](=收入)", "`[5元]（=收入）`", "[见表二]（收入）", "甲＝乙",
      "[表](a.html)", "[]",
    ])
  func wellWritten(markdown: String) {
    #expect(outline("收入" + markdown).findings == [])
  }

  @Test("places charts and the list of tables where they stand alone")
  func placements() {
    let (blocks, findings) = outline("![两年对比](chart:bars)\n\n- ![表](tables:)\n")
    #expect(
      blocks == [
        "place(chart(\"bars\") 两年对比@1:1)", "bullet(place(tables 表@3:3))",
      ])
    #expect(findings == [])
  }

  @Test("keeps where an ordered list starts and what follows its numbers")
  func lists() {
    let (blocks, _) = outline("3) 丙\n4) 丁\n\n段\n\n1. 甲\n\n   续段\n")
    #expect(
      blocks == [
        "number(start: 3, delimiter: \")\")(p@1:4 ‹丙›1:4 | p@2:4 ‹丁›2:4)", "p@4:1 ‹段›4:1",
        "number(start: 1, delimiter: \".\")(p@6:4 ‹甲›6:4 p@8:4 ‹续段›8:4)",
      ])
  }

  @Test(
    "lets links lead only where they may",
    arguments: [
      ("https://example.com/a?b=c", LinkTarget.elsewhere), ("mailto:a@example.com", .elsewhere),
      ("https://example.com/a@b?c=@", .elsewhere),
      ("https://good.example@evil.example/", .hiddenHost),
      ("HTTP:a@evil.example", .hiddenHost),
      ("HTTPS://example.com", .elsewhere), ("#一、收入", .withinSite),
      ("revenue.html#a", .withinSite), ("../2020/", .withinSite), ("a:b", .unsafe("a:")),
      ("../../x", .outsideSite), ("a/../../../x", .outsideSite), ("%2e%2e/%2E%2E/x", .outsideSite),
      ("/x", .outsideSite), ("//example.com", .unsafe("//")), ("", .empty),
      ("JavaScript:alert(1)", .unsafe("javascript:")), ("data:text/html,x", .unsafe("data:")),
      ("vbscript:x", .unsafe("vbscript:")), ("file:///etc/passwd", .unsafe("file:")),
      ("java\nscript:x", .unsafe("空格、控制字符或“\\”")),
      ("\\\\example.com", .unsafe("空格、控制字符或“\\”")), ("..%5c..%5cx", .outsideSite),
    ])
  func links(destination: String, target: LinkTarget) {
    #expect(LinkTarget(destination, depth: 1) == target)
  }

  @Test(
    "cannot exhaust the stack",
    arguments: [
      (">", 100_000), ("[", 100_000), ("- ", 100_000), ("**a *b ", 20_000), ("![[]()", 150_000),
      ("[a](=b) ", 20_000), ("字\\*", 50_000), ("a\n", 200_000), ("<a ", 100_000),
      ("[1][a] ", 100_000), ("[a][b]（=", 60_000), ("[5元](=甲", 60_000),
    ])
  func survives(part: String, count: Int) async {
    let markdown = String(repeating: part, count: count) + "\n\n[a]: =a.b\n"
    _ = await Task.detached { outline(markdown).blocks.count }.value
  }
}
