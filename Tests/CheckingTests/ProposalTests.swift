import Budget
import Testing

@testable import Checking

@Suite struct ProposalTests {
  /// What would be written for each figure without asking.
  private func answers(_ paragraph: String) throws -> [String?] {
    Checker.proposals(for: try Samples.report.paragraph(paragraph).build()).map {
      $0.onlyAnswer?.expression
    }
  }

  private func candidates(_ paragraph: String) throws -> [[String]] {
    Checker.proposals(for: try Samples.report.paragraph(paragraph).build()).map {
      $0.candidates.map(\.expression)
    }
  }

  @Test func cells() throws {
    #expect(
      try answers("基本支出20620242.84元，项目支出25979908.62元。")
        // The latter stands in three rows, of 类, 款 and 总计.
        == ["支出[总计].基本支出", nil])
    #expect(
      try answers("12345市民热线西城分中心热线服务项目经费10122756元")
        == ["明细[12345市民热线西城分中心热线服务项目经费].预算金额"])
    #expect(try answers("比2020年支出50000000元") == ["文外.2020支出"])
    #expect(try answers("没有这个数1.23元") == [nil])
  }

  /// 46600151.46 stands in seven cells, 922610.35 in eight: only a name tells one of them.
  @Test(arguments: [
    ("2021年支出46600151.46元", nil), ("收入合计46600151.46元", nil),
    // 合计 and 基本支出 of this row are the same.
    ("一般公共服务支出安排预算922610.35元", nil), ("一般行政管理事务185229.66元", nil),
    ("预留机动费安排185229.66元", "明细[预留机动费].预算金额"),
    // 总计 and 公务接待费 are the same amount in both years.
    ("“三公”经费11413.45元", nil), ("其中：公务接待费11413.45元", "三公[公务接待费].本年"),
    ("2021年公务接待费预算11413.45元", "三公[公务接待费].本年"),
    ("比2020年公务接待费14784.24元", "三公[公务接待费].上年"),
    // Not what the row is called, but more or less.
    ("因公出国费、公务接待费11413.45元", nil), ("（公务接待费）11413.45元", nil), ("外事公务接待费11413.45元", nil),
  ]) func wordsAmongSeveral(paragraph: String, answer: String?) throws {
    #expect(try candidates(paragraph)[0].count > 1)
    #expect(try answers(paragraph) == [answer])
  }

  /// A short number agrees with the only cell of its size by chance; the cell has to be named.
  @Test(arguments: [
    ("法律咨询服务8万元", "明细[法律咨询服务].预算金额"), ("法律咨询服务八万元", "明细[法律咨询服务].预算金额"), ("车辆购置8万元", nil),
    ("支出比例约103万元", nil),
    ("单位价值10122756元", "明细[12345市民热线西城分中心热线服务项目经费].预算金额"),
    ("全年1012.28万元", "明细[12345市民热线西城分中心热线服务项目经费].预算金额"), ("全年1012万元", nil),
  ]) func shortNumbers(paragraph: String, answer: String?) throws {
    #expect(try candidates(paragraph)[0].count == 1)
    #expect(try answers(paragraph) == [answer])
  }

  /// The amount is this year's, the sentence is about another one.
  @Test(arguments: ["2020年公务接待费11413.45元", "2021年公务接待费14784.24元", "2020年热线服务10122756元"])
  func anotherYear(paragraph: String) throws {
    #expect(try candidates(paragraph)[0].isEmpty == false)
    #expect(try answers(paragraph) == [nil])
  }

  /// 2061 is a slip of 2062: among the many differences of two cells there is one that fits.
  @Test func coincidences() throws {
    #expect(try candidates("2021年基本支出2061万元。") == [[]])
    #expect(
      try candidates("2021年基本支出2061万元，与上年相差无几。")[0].contains("支出[总计].基本支出-三公[总计].本年"))
    #expect(try answers("2021年基本支出2061万元，与上年相差无几。") == [nil])
  }

  @Test func derived() throws {
    // 上年 and 本年 are still right when next year's text begins as a copy of this one.
    let paragraph = "2021年“三公”经费比2020年减少3370.79元"
    #expect(try candidates(paragraph)[0].first == "三公[总计].上年-三公[总计].本年")
    // Whether a difference is meant, and of which two cells, is for a person to say.
    #expect(try answers(paragraph) == [nil])
    #expect(try candidates("两项合计46611564.91元")[0].contains("支出[总计].合计+三公[总计].本年"))
    #expect(try candidates("支出46611564.91元") == [[]])
    let proposals = Checker.proposals(
      for: try Samples.report.paragraph(
        "支出46600151.46元，比2020年50000000.00元减少3399848.54元，减少6.80%"
      ).build())
    #expect(proposals.count == 4)
    // Whatever is proposed must hold.
    for (binding, proposal) in proposals.flatMap({ binding in
      binding.candidates.map { (binding, $0) }
    }) {
      let report = try Samples.report.paragraph("[\(binding.text)](=\(proposal.expression))")
        .build()
      #expect(Checker.verify(report).findings.isEmpty, "\(proposal.expression)")
    }
    #expect(proposals[2].candidates.contains { $0.expression == "文外.2020支出-支出[总计].合计" })
    #expect(
      proposals[3].candidates.contains { $0.expression == "(文外.2020支出-支出[总计].合计)/文外.2020支出" })
    #expect(proposals[2].onlyAnswer == nil && proposals[3].onlyAnswer == nil)
  }

  @Test func insertions() throws {
    let source = "支出**46600151.46元**，\r\n其余\n"
    let report = try Samples.report.paragraph("支出46600151.46元").build()
    var binding = try #require(Checker.proposals(for: report).first)
    binding = ProposedBinding(
      text: binding.text,
      position: SourcePosition(file: "n.md", line: 1, column: 5), isWritable: true,
      candidates: binding.candidates)
    let edits = try #require(
      Checker.insertions(for: binding, expression: "支出[总计].合计", in: source))
    #expect(
      Checker.applying(edits, to: source) == "支出**[46600151.46元](=支出[总计].合计)**，\r\n其余\n")
  }

  @Test(arguments: [
    ("`46600151.46元`", 2), ("[46600151.46元](a.html)", 2), ("[全部 46600151.46元][a]", 5),
    ("46600151.47元", 1), ("", 1), ("46600151.46元", 3),
  ]) func refusals(source: String, column: Int) {
    let binding = ProposedBinding(
      text: "46600151.46元", position: SourcePosition(file: "n.md", line: 1, column: column),
      isWritable: true, candidates: [])
    #expect(Checker.insertions(for: binding, expression: "支出[总计].合计", in: source) == nil)
  }

  @Test func bracketsThatAreNoLink() {
    let binding = ProposedBinding(
      text: "1元", position: SourcePosition(file: "n.md", line: 1, column: 3), isWritable: true,
      candidates: [])
    #expect(
      Checker.insertions(for: binding, expression: "a.b", in: "[共1元]见表")?.map(\.offset) == [2, 4])
  }

  @Test func parenthesesInDestinations() {
    let binding = ProposedBinding(
      text: "1元", position: SourcePosition(file: "n.md", line: 1, column: 1), isWritable: true,
      candidates: [])
    func destination(_ expression: String) -> String? {
      Checker.insertions(for: binding, expression: expression, in: "1元")?.last?.text
    }
    #expect(destination("(a.b-c.d)/c.d") == "](=(a.b-c.d)/c.d)")
    #expect(destination("表[「甲(」].列") == #"](=表[「甲\(」].列)"#)
    #expect(destination("a.b - c.d") == nil)
  }

  /// The row's name has a space, a link's destination cannot: names are compared without spaces.
  @Test func nameWithSpace() throws {
    let index = ReportIndex(Samples.report.build())
    let reference = try #require(index.reference(to: CellAddress(table: 1, row: 3, column: 3)))
    let text = Expression.reference(reference).description
    #expect(text == "明细[12345市民热线西城分中心热线服务项目经费].预算金额")
    #expect(try Expression(parsing: text) == .reference(reference))
  }

  @Test func everyCellHasAName() throws {
    let report = Samples.report.build()
    let index = ReportIndex(report)
    for (table, filled) in report.tables.enumerated() {
      for row in filled.rows.indices {
        for column in filled.form.columns.indices
        where filled.rows[row, column].value != nil {
          let address = CellAddress(table: table, row: row, column: column)
          let reference = try #require(index.reference(to: address))
          let parsed = try Expression(parsing: reference.description)
          #expect(parsed == .reference(reference))
          #expect(try index.resolve(reference).get() == .cells([address]))
        }
      }
    }
  }
}
