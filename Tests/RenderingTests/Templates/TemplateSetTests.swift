import Budget
import Testing

@testable import Rendering

@Suite("Templates") struct TemplateSetTests {
  /// A set whose page `table` is `source`.
  private func templates(_ source: String) throws -> TemplateSet {
    var sources = ["table": source]
    for name in TemplateSet.required where sources[name] == nil { sources[name] = "-" }
    let (set, findings) = TemplateSet.read(sources, assets: [], folder: "Templates")
    #expect(findings.isEmpty)
    return try #require(set)
  }

  private func page(_ set: TemplateSet, _ values: TemplateValues) throws -> String {
    String(decoding: try set.render("table", values), as: UTF8.self)
  }

  @Test(arguments: [
    ("{{#rows}}", "区块没有结束标签"), ("{{#rows}}{{/row}}", "区块的结束标签与开始标签不同名"),
    ("{{title", "标签没有写完"),
  ])
  func mistakesAreToldInChinese(source: String, words: String) {
    let (set, findings) = TemplateSet.read(["table": source], assets: [], folder: "Templates")
    #expect(set == nil)
    let messages = findings.filter { $0.rule == "template-syntax" }.map(\.message)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.contains(words) })
    #expect(!messages.joined().contains { $0.isASCII && $0.isLetter })
  }

  /// What is wrong with a set in which `sources` replace the pages' templates.
  private func findings(_ sources: [String: String]) -> [String] {
    var all = sources
    for name in TemplateSet.required where all[name] == nil { all[name] = "-" }
    return TemplateSet.read(all, assets: [], folder: "T").findings.map {
      "\($0.position.file):\($0.position.line):\($0.position.column) \($0.rule)"
    }
  }

  @Test func templatesOfPagesAreNotEmpty() {
    #expect(findings(["home": ""]) == ["T/home.mustache:1:1 template-empty"])
    #expect(
      findings(["home": "{{<layout}}{{$a}}{{/a}}{{/layout}}", "layout": " \n\n", "part": ""])
        == ["T/layout.mustache:1:1 template-empty"])
    // Somebody may not want what a part would show.
    #expect(findings(["home": "-{{>part}}", "part": ""]) == [])
  }

  @Test func whatGoesIntoAnotherTemplateHasItsPlace() {
    let main = "{{$main}}{{#rows}}{{$inner}}{{/inner}}{{/rows}}{{/main}}"
    let page = "{{<layout}}\n\(main)\n{{/layout}}"
    #expect(findings(["home": page, "layout": "<{{$main}}{{/main}}>"]) == [])
    #expect(findings(["home": page, "layout": "{{>part}}", "part": "{{$main}}{{/main}}"]) == [])
    #expect(
      findings(["home": page, "layout": "{{$body}}{{/body}}"])
        == ["T/home.mustache:2:4 template-lost-block"])
    // A section may be called like the block that it stands in.
    let twice = "{{<layout}}{{$main}}{{#main}}{{/main}}{{$other}}{{/other}}{{/main}}{{/layout}}"
    #expect(findings(["home": twice, "layout": "{{$main}}{{/main}}"]) == [])
    // What a page includes within one block may have the place of another.
    let card = "{{<layout}}{{$main}}{{>card}}{{/main}}{{$title}}x{{/title}}{{/layout}}"
    let place = "{{$title}}{{/title}}"
    #expect(findings(["home": card, "layout": "{{$main}}{{/main}}", "card": place]) == [])
    // A template that no page uses may be anything.
    #expect(findings(["spare": page, "layout": "-"]) == [])
    let middle = "{{<base}}{{$body}}{{/body}}{{/base}}"
    let lost = ["T/home.mustache:2:4", "T/layout.mustache:1:13"].map { $0 + " template-lost-block" }
    #expect(findings(["home": page, "layout": middle, "base": "-"]) == lost)
  }

  @Test(arguments: [
    "{{! later }}\n", "{{!\n{{>gone\n}}", "{{! a } b }}", "{{! how to write {{=x }}",
  ])
  func commentsAreNothing(comment: String) {
    #expect(findings(["table": comment]) == ["T/table.mustache:1:1 template-empty"])
    #expect(findings(["table": comment + "-"]) == [])
  }

  /// The engine goes through all of a page's templates in one go, each as often as it is included.
  @Test func pagesAreNotTooLargeTogether() {
    func chain(_ count: Int, _ part: (String) -> String) -> [String] {
      var sources = ["home": "{{>p0}}", "p\(count)": "-"]
      for number in 0..<count { sources["p\(number)"] = part("{{>p\(number + 1)}}") }
      return findings(sources)
    }
    let many = String(repeating: "{{$a}}", count: 16)
    let ends = String(repeating: "{{/a}}", count: 16)
    #expect(chain(4) { many + $0 + ends } == [])
    #expect(chain(5) { many + $0 + ends } == ["T/home.mustache:1:1 template-syntax"])
    #expect(chain(8) { $0 + $0 } == [])
    #expect(chain(60) { $0 + $0 } == ["T/home.mustache:1:1 template-syntax"])
  }

  /// Neither unfinished comments nor thousands of blocks.
  @Test func hugeTemplatesAreReadToTheEnd() {
    #expect(
      findings(["home": String(repeating: "{{!", count: 20_000)])
        == ["T/home.mustache:1:4 template-syntax"])
    let blocks = (0..<5000).map { "{{$b\($0)}}{{/b\($0)}}" }.joined()
    #expect(findings(["home": "{{<layout}}\(blocks){{/layout}}", "layout": blocks]) == [])
  }

  @Test(arguments: [
    // In itself, through another block, and through a part.
    "{{<layout}}{{$main}}{{$main}}x{{/main}}{{/main}}{{/layout}}",
    "{{<layout}}{{$main}}{{$side}}{{/side}}{{/main}}{{$side}}{{$main}}{{/main}}{{/side}}{{/layout}}",
    "{{<layout}}{{$main}}{{>part}}{{/main}}{{/layout}}",
  ])
  func blocksDoNotComeUpInThemselves(home: String) {
    let found = findings([
      "home": home, "layout": "{{$main}}{{/main}}{{$side}}{{/side}}", "part": "{{$main}}{{/main}}",
    ])
    #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix(" template-syntax") })
  }

  @Test(arguments: [("{{#rows}}", "{{/rows}}"), ("{{$a}}", "{{/a}}")])
  func templatesAreNotNestedWithoutEnd(begin: String, end: String) {
    func nested(_ count: Int) -> [String] {
      findings([
        "home": String(repeating: begin, count: count) + String(repeating: end, count: count)
      ])
    }
    #expect(nested(64) == [])
    #expect(nested(65) == ["T/home.mustache:1:1 template-syntax"])
    #expect(nested(200_000) == ["T/home.mustache:1:1 template-syntax"])
  }

  @Test func tagsAreNotWrittenOtherwise() {
    #expect(
      findings(["home": "a {{=<% %>=}}<%#rows%><%/rows%>"]) == [
        "T/home.mustache:1:5 template-syntax"
      ])
  }

  @Test func partsDoNotIncludeEachOtherWithoutEnd() {
    var sources = ["home": "{{>p0}}", "p3000": "-"]
    for number in 0..<3000 { sources["p\(number)"] = "{{>p\(number + 1)}}" }
    let found = findings(sources)
    // At the template where the sixty-fifth is included.
    #expect(found.contains("T/p63.mustache:1:4 template-syntax"))
  }

  @Test func pagesOfOneShapeKeepTheirOwnWords() throws {
    let set = try templates("{{title}}:{{#rows}}<{{name}}>{{/rows}}{{{table}}}")
    for (title, name, table) in [("甲", "一", "<p>1</p>"), ("乙", "二", "<p>2</p>")] {
      let values: TemplateValues = [
        "title": .text(title), "rows": .list([["name": .text(name)], ["name": .text("末")]]),
        "table": .markup(Array(table.utf8)),
      ]
      #expect(try page(set, values) == "\(title):<\(name)><末>\(table)")
    }
  }

  @Test func anotherShapeIsAnotherPage() throws {
    let set = try templates("{{#note}}[{{note}}]{{/note}}{{^note}}none{{/note}}{{#rows}}.{{/rows}}")
    #expect(try page(set, ["note": .text("注"), "rows": .list([])]) == "[注]")
    #expect(try page(set, ["note": .none, "rows": .list([[:]])]) == "none.")
    #expect(try page(set, ["note": .none, "rows": .list([[:], [:]])]) == "none..")
    #expect(try page(set, ["note": .text(""), "rows": .list([])]) == "[]")
  }

  @Test func innerNamesComeFirst() throws {
    let set = try templates("{{#way}}{{#steps}}{{name}}/{{title}} {{/steps}}{{/way}}")
    let values: TemplateValues = [
      "title": .text("外"),
      "way": .mapping([
        "steps": .list([["name": .text("一")], ["name": .text("二"), "title": .text("内")]])
      ]),
    ]
    #expect(try page(set, values) == "一/外 二/内 ")
  }

  @Test func theLaterOfTwoValuesCounts() throws {
    let set = try templates("{{title}}")
    var values: TemplateValues = ["title": .text("先")]
    values.add(["title": .text("后")])
    #expect(try page(set, values) == "后")
  }

  @Test(arguments: [
    ("{{words}}", "&lt;b&gt; &amp; &quot;&#39;"), ("{{{words}}}", "<b> & \"'"),
    ("{{&words}}", "<b> & \"'"), ("{{markup}}", "&lt;i&gt;"), ("{{{markup}}}", "<i>"),
  ])
  func bracesDecideWhatIsEscaped(template: String, expected: String) throws {
    let values: TemplateValues = [
      "words": .text("<b> & \"'"), "markup": .markup(Array("<i>".utf8)),
    ]
    let set = try templates("{{#words}}" + template + "{{/words}}{{#markup}}{{/markup}}")
    #expect(try page(set, values) == expected)
  }

  /// An accent behind it makes one character of both, and must not keep a bracket from being escaped.
  @Test func bracketsWithAccentsAreEscaped() throws {
    let set = try templates("{{words}}")
    #expect(
      try set.render("table", ["words": .text("<\u{338}script>")])
        == Array("&lt;\u{338}script&gt;".utf8))
  }

  @Test func functionsOfTheEngineSeeTheTexts() throws {
    let set = try templates("{{uppercased(code)}} {{{table}}}")
    for code in ["ab", "cd"] {
      let values: TemplateValues = ["code": .text(code), "table": .markup(Array("<p>".utf8))]
      #expect(try page(set, values) == code.uppercased() + " <p>")
    }
  }

  @Test func anUnknownNameIsAnErrorEveryTime() throws {
    let set = try templates("{{title}}\n {{titel}}")
    for _ in 1...2 {
      let error = #expect(throws: TemplateError.self) {
        try set.render("table", ["title": .text("甲")])
      }
      #expect(error?.findings.map(\.rule) == ["template-unknown-name"])
      #expect(error?.findings.first?.position.line == 2)
    }
  }
}
