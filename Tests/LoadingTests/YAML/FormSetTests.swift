import Budget
import Testing

@testable import Loading

@Suite("Form sets")
struct FormSetTests {
  /// Another district's: 类/款/项 in three columns, whole yuan, a wide 三公 table in 万元, a statement.
  private static let text = """
    title: 另一区的表样
    tables:
      - id: outlay
        number: 表一
        title: "{year}年支出表"
        unit: 元
        decimals: 0
        columns:
          - title: 科目编码
            columns:
              - {id: class, title: 类, type: code}
              - {id: section, title: 款, type: code}
              - {id: item, title: 项, type: code}
          - {id: depth, title: 级次, type: level}
          - {id: name, title: 科目名称, type: label}
          - {id: total, title: 合计, type: amount, aliases: [总额]}
        key: [class, section, item]
        hierarchy: {by: code, columns: [class, section, item], lengths: [3, 5, 7], sums: false}
        closing:
          - {key: total, label: 合 计, sum: items}
      - id: three-public
        title: 三公
        unit: 万元
        layout: wide
        may_be_empty: true
        columns:
          - {id: abroad, title: 因公出国, type: amount}
      - id: statement
        title: 收支表
        unit: 元
        layout: two-sided
        sides:
          - id: in
            title: 收入
            columns: [{id: in_name, title: 项目, type: label}, {id: in_sum, title: 数, type: amount}]
            key: [in_name]
          - id: out
            columns: [{id: out_name, title: 项目, type: label}, {id: out_sum, title: 数, type: amount}]
            key: [out_name]
            hierarchy: {by: numbering}
    checks:
      - id: soft
        title: 软核对
        each: 收支表/收入
        expect: 数 = outlay[合计].总额
        severity: warning
    """

  private func formSet(year: Int) throws -> FormSet {
    var findings: [Finding] = []
    let source = SourceText(file: "forms/other.yml", bytes: Array(Self.text.utf8))
    let formSet = FormSetSource(id: "other", source: source, into: &findings)
    #expect(findings.map(\.message) == [])
    return try #require(formSet).resolved(for: year)
  }

  @Test("describe another district's list without any code of ours")
  func list() throws {
    let set = try formSet(year: 2023)
    let form = set.forms[0]
    #expect(set.id == "other")
    #expect(form.title == "2023年支出表")
    #expect(form.decimals == 0)
    #expect(form.columns.map(\.id) == ["class", "section", "item", "depth", "name", "total"])
    #expect(form.columns[1].path == ["科目编码", "款"])
    #expect(describe(form.header) == "科目编码(0 1 2) 4 5")
    let listing = form.listings[0]
    #expect(listing.key == [0, 1, 2])
    #expect(listing.label == 4)
    #expect(listing.hierarchy == .code(columns: [0, 1, 2], lengths: [3, 5, 7]))
    #expect(!listing.sumsChildren)
    #expect(listing.closing == [.init(key: "total", label: "合 计", sum: .items)])
  }

  @Test(
    "give tables no id that cannot be a file's name",
    arguments: [("con", "Windows"), ("lpt1", "Windows"), ("index", "网站保留"), ("con-1", nil)])
  func ids(id: String, words: String?) {
    var findings: [Finding] = []
    let text = Self.text.replacing("id: outlay", with: "id: " + id)
    let source = SourceText(file: "forms/other.yml", bytes: Array(text.utf8))
    _ = FormSetSource(id: "other", source: source, into: &findings)
    let found = findings.filter { $0.rule == "id-invalid" }
    #expect(found.map(\.position.line) == (words == nil ? [] : [3]))
    if let words { #expect(found.first?.message.contains(words) == true) }
  }

  @Test("describe a wide table without keys")
  func wide() throws {
    let form = try formSet(year: 2023).forms[1]
    #expect(form.layout == .wide)
    #expect(form.unit == .tenThousandYuan)
    #expect(form.mayBeEmpty)
    #expect(form.listings.map(\.key) == [[]])
  }

  @Test("head a side of a statement with its title, if it has one")
  func statement() throws {
    let form = try formSet(year: 2023).forms[2]
    #expect(describe(form.header) == "收入(0 1) 2 3")
    #expect(form.columns.map(\.listing) == [0, 0, 1, 1])
    #expect(form.columns.map { $0.path.joined(separator: "/") } == ["收入/项目", "收入/数", "项目", "数"])
    #expect(form.listings.map(\.id) == ["in", "out"])
    #expect(form.listings.map(\.hierarchy) == [.none, .numbering])
    #expect(form.listings.map(\.label) == [0, 2])
  }

  @Test("hold checks with their domain, weight and place")
  func checks() throws {
    let check = try #require(try formSet(year: 2023).plans.first).check
    #expect(check.severity == .warning)
    #expect(check.position == SourcePosition(file: "forms/other.yml", line: 42, column: 5))
    guard case .rows("收支表", "收入", [], true) = check.domain else {
      Issue.record("\(check.domain)")
      return
    }
  }

  private func describe(_ header: [HeaderNode]) -> String {
    header.map {
      switch $0 {
      case .column(let index): "\(index)"
      case .group(let title, let cells): "\(title)(\(describe(cells)))"
      }
    }.joined(separator: " ")
  }
}
