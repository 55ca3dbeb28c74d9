import Budget
import Foundation
import Testing

@testable import Loading

@Suite("YAML that cannot be read")
struct YAMLExplanationTests {
  private func findings(_ text: String) -> [Finding] {
    var findings: [Finding] = []
    let source = SourceText(file: "x.yml", bytes: Array(text.utf8))
    if let node = YAMLParser.parse(source, into: &findings) {
      _ = YAMLFields(node, of: "报告", known: ["title", "name", "a"], into: &findings)
    }
    return findings
  }

  @Test(
    "is explained by its commonest cause, in its place",
    arguments: [
      ("title: 一\n\tname: 二\n", "2:1", "制表符"),
      ("title：一\nname: 二\n", "1:6", "中文冒号"),
      ("- title：一\n- name: 二\n  a: x\n", "1:1", "报告应是一组"),
      ("title:一\nname: 二\n", "1:6", "要有一个空格"),
      ("title: \"一\nname: 二\n", "1:8", "引号没有配对"),
      ("title: \"三公\" 经费\n", "1:13", "引号后面还有文字"),
      ("title: 一: 二\n", "1:9", "加上引号"),
      ("title: [一, 二\nname: 三\n", "1:8", "括号"),
      ("title: @一\n", "1:8", "加上引号"),
      ("title: 一\u{1}\n", "1:9", "控制字符"),
      ("title: 一\u{2028}二\n", "1:9", "看不见的换行"), ("title: [一", "1:8", "括号"),
      ("a: 一\ntitle: [\n", "2:8", "括号"), ("a: 一\ntitle: [", "2:8", "括号"),
      ("title: {\n", "1:8", "括号"), ("title: {a:\n", "1:8", "括号"), ("a: [一,\n", "1:4", "括号"),
      ("a: [[一],\n", "1:4", "括号"), ("a: [一, {\n\n", "1:8", "括号"), ("a: [一,, 二]\n", "1:4", "括号"),
      ("title: \"D:\\预算\\2021.docx\"\n", "1:11", "单引号"), ("a: \"一\n D:\\预\"\n", "2:4", "反斜杠"),
      ("title: \"D:\\u预算\"\n", "1:11", "反斜杠"), ("title: \"\\x2021\\z\"\n", "1:15", "反斜杠"),
      ("title: \"\\uD800\"\n", "1:9", "反斜杠"), ("title: \"D:\\\\预算\n", "1:8", "引号没有配对"),
      ("title: 一\n---\ntitle: 二\n", "2:1", "只能有一份内容"),
      ("a: 一\n&k name: *k\n", "2:1", "锚点"), ("a: 一\n[b]: 二\n", "2:1", "键应是一个词"),
    ])
  func explains(text: String, place: String, words: String) throws {
    let finding = try #require(findings(text).first)
    #expect("\(finding.position.line):\(finding.position.column)" == place)
    #expect(finding.message.contains(words), "\(finding.message)")
  }

  @Test(
    "is reported, all of it",
    arguments: [
      ("a: &k 一\na: *k\n", ["1:4 yaml-alias", "2:1 yaml-duplicate-key"]),
      ("a: &k 一\n&k k: [\n", ["1:4 yaml-alias", "2:7 yaml-syntax"]),
      ("a: *k\nname: *k\n? [b]\n: 一\n", ["1:4 yaml-alias", "3:3 yaml-wrong-type"]),
      (
        "a: {b: 1, c: 2, b: 3}\n\"a\": 一\nc: 1\na: 二\n",
        ["1:17 yaml-duplicate-key", "2:1 yaml-duplicate-key", "4:1 yaml-duplicate-key"]
      ),
      (
        "title：一\nname: 二\na：三\nname:四\nb：\n  - 注：五\n",
        ["1:6 yaml-syntax", "3:2 yaml-syntax", "4:5 yaml-syntax", "5:2 yaml-syntax"]
      ),
      ("title：一\nname: [二\na：三\n", ["1:6 yaml-syntax", "2:7 yaml-syntax", "3:2 yaml-syntax"]),
      ("title：一：\nname: 二\n", ["1:6 yaml-syntax"]),
      ("\u{F900}: 一\n\u{8C48}: 二\n", ["1:1 yaml-unknown-key", "2:1 yaml-unknown-key"]),
    ])
  func reportsAll(text: String, expected: [String]) {
    let found = findings(text).map {
      "\($0.position.line):\($0.position.column) \($0.rule)"
    }
    #expect(found == expected)
  }

  /// A colon is to blame if the text can be read further with the one that is meant.
  @Test(
    "is blamed on the colons that make it so",
    arguments: [
      // A text that goes on until the next key, wherever that is.
      ("title：一\n\n# 注\n\nname: 二\n", ["1:6"]),
      ("a:\n  - name：一\n\n    title: 二\n", ["2:9"]),
      ("a:\n  - name: 一\n    b：\n      - 二\n      - 三\n    c: 四\n", ["3:6"]),
      // Every one of a file, and the only one.
      ("title：一\nname：二\na：三\n", ["1:6", "2:5", "3:2"]), ("title：一", ["1:6"]),
      ("名称：一\n注：二\n", ["1:3", "2:2"]),
      // Words with such a colon in a text that has no fault.
      ("a: |\n  注：一\n  b：二\nname: \"二\n", ["4:7"]),
      ("a: >\n  注：一\n\ntitle: 二: 三\n", ["4:9"]),
      ("a: '\n  注：一\n'\ntitle: [二\n", ["4:8"]),
      ("a: 一\n  注：二\nname: @\n", ["3:7"]),
      ("a: |\n  注：一\nname：二\ntitle: 三\n", ["3:5"]),
      ("a: 见\n  注：一\nname：二\ntitle: 三\n", ["3:5"]),
      // Several that only together let the text be read further.
      ("title：一\nname：二\na: 三\n", ["1:6", "2:5"]),
      ("title:一\nname:二\na: 三\n", ["1:6", "2:5"]),
      ("a:\n  - title：一\n    name：二\n    b: 三\n", ["2:10", "3:9"]),
      ("title：一\nname：二  # 注\na：三\n", ["1:6", "2:5", "3:2"]),
      // With another fault behind it.
      ("title: 一\nname：@\na: 二\n", ["2:5"]), ("name：二\na：三\ntitle: @\n", ["1:5", "2:2", "3:8"]),
      // Brackets hide what follows them, and nothing before them.
      ("a: |\n  http://a.cn/\n  QQ：1\ntitle: [二\nname: 三\n", ["4:8"]),
      ("a: 见\n  http://a.cn/\ntitle: [二\nname: 三\n", ["3:8"]),
      ("title: [二\nname：三\na：四\n", ["1:8", "2:5", "3:2"]),
      // Other ways to write it.
      ("-   title：一\n    name: 二\n", ["1:10"]), ("title ：一\nname: 二\n", ["1:7"]),
      ("\"title\"：一\nname: 二\n", ["1:8"]), ("title︰一\nname∶二\na: 三\n", ["1:6", "2:5"]),
    ])
  func blames(text: String, places: [String]) {
    let found = findings(text)
    #expect(found.map { "\($0.position.line):\($0.position.column)" } == places)
  }

  /// Each key of the committed content in turn: nothing else is blamed, and few go unseen, as the last
  /// of a list's entry, which makes a text of it that YAML allows.
  @Test("is blamed on any colon of full width that makes it so")
  func anyColon() throws {
    let key = /(?m)^(?:- | )*[a-z_]+(:)(?: |$)/
    var seen: [Bool] = []
    for name in ["site.yml", "forms/xicheng-2021.yml", "2021/report.yml", "2021/facts.yml"] {
      let text = try String(
        contentsOf: packageFolder.appending(path: "Content/\(name)"), encoding: .utf8)
      for match in text.matches(of: key) {
        let before = text[..<match.1.startIndex].split(
          separator: "\n", omittingEmptySubsequences: false)
        let place = "\(before.count):\((before.last?.unicodeScalars.count ?? 0) + 1)"
        let found = findings(
          text.replacingCharacters(
            in: match.1.startIndex..<match.1.endIndex, with: "：")
        )
        .filter { $0.rule != "yaml-unknown-key" }
        .map { "\($0.position.line):\($0.position.column)" }
        #expect(found.isEmpty || found == [place], "\(name)")
        seen.append(!found.isEmpty)
      }
    }
    #expect(seen.count > 300)
    #expect(seen.count { !$0 } < 10)
  }

  @Test("is reported as too deep and as nothing else, in a value and in a key")
  func depth() {
    for begin in ["a: ", "? "] {
      let text = begin + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
      let rules = findings(text + "\n").map(\.rule)
      #expect(rules == (begin == "a: " ? ["yaml-depth"] : ["yaml-wrong-type", "yaml-depth"]))
    }
  }

  @Test("says only some of a great many faults, and how many more there are")
  func manyFaults() throws {
    let found = findings(String(repeating: "a: 一\n", count: 100))
    #expect(found.count == 21)
    #expect(try #require(found.last).message.contains("79"))
  }

  @Test("suggests the key that was meant")
  func suggests() throws {
    let finding = try #require(findings("titel: 一\n").first)
    #expect(finding.message == "报告里没有“titel”这个键；您是不是想写“title”？")
    #expect(finding.length == 5)
  }

  @Test("keeps numbers, dates and words as typed")
  func keepsText() throws {
    var findings: [Finding] = []
    let text = "a: [295001, 007, 2021-02-03, 表一, yes, 1_000, 0x10, ~, '']\n"
    let node = try #require(
      YAMLParser.parse(SourceText(file: "x", bytes: Array(text.utf8)), into: &findings))
    let fields = try #require(YAMLFields(node, of: "x", known: ["a"], into: &findings))
    #expect(
      fields.scalars("a", into: &findings).map(\.text)
        == ["295001", "007", "2021-02-03", "表一", "yes", "1_000", "0x10", "~", ""])
    #expect(findings == [])
  }

  @Test("names the place within a text only where it stands on one line as it is")
  func textPlaces() throws {
    var findings: [Finding] = []
    let text = "a: 表一\nb: '表一'\nc: \"表\\t一\"\nd: >-\n  表一\n  表二\n"
    let node = try #require(
      YAMLParser.parse(SourceText(file: "x", bytes: Array(text.utf8)), into: &findings))
    guard case .mapping(let entries) = node.content else {
      Issue.record("not a mapping")
      return
    }
    let places = entries.compactMap { entry -> String? in
      guard case .scalar(let scalar) = entry.value.content else { return nil }
      let position = scalar.position(atOffset: 1)
      return "\(position.line):\(position.column)"
    }
    #expect(places == ["1:5", "2:6", "3:4", "4:4"])
  }

  @Test(
    "cannot exhaust the stack or memory",
    arguments: [
      ("[", 100_000), ("{a: ", 100_000), ("- ", 100_000), ("? ", 100_000), ("a: [", 900),
    ])
  func survivesNesting(part: String, count: Int) async {
    let text = String(repeating: part, count: count)
    let found = await Task.detached { findings(text) }.value
    #expect(!found.isEmpty)
  }

  @Test("cannot be blown up by aliases")
  func survivesAliases() {
    let bomb = (1...60).reduce("k0: &a0 [x, x]\n") {
      $0 + "k\($1): &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n"
    }
    #expect(findings(bomb + "? *a60\n: x\n").map(\.rule) == ["yaml-alias"])
  }
}
