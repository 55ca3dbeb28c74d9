import Budget
import Testing

@testable import Checking

@Suite struct ProposalTests {
  private func best(_ paragraph: String) throws -> [String?] {
    Checker.proposals(for: try Samples.report.paragraph(paragraph).build()).map {
      $0.best?.expression
    }
  }

  @Test func cells() throws {
    #expect(
      try best("基本支出20620242.84元，项目支出25979908.62元。")
        == ["支出[总计].基本支出", "支出[总计].项目支出"])
    #expect(
      try best("12345市民热线西城分中心热线服务项目经费10122756元")
        == ["明细[12345市民热线西城分中心热线服务项目经费].预算金额"])
    #expect(try best("比2020年支出50000000元") == ["文外.2020支出"])
    #expect(try best("没有这个数1.23元") == [nil])
  }

  @Test func derived() throws {
    // 上年 and 本年 are still right when next year's text begins as a copy of this one.
    #expect(
      try best("2021年“三公”经费比2020年减少3370.79元") == ["三公[总计].上年-三公[总计].本年"])
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
