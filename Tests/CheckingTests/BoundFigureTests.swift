import Budget
import Checking
import Testing

@Suite struct BoundFigureTests {
  private func verify(_ paragraph: String, strict: Bool = false) throws -> Verification {
    Checker.verify(try Samples.report.paragraph(paragraph).build(), strict: strict)
  }

  @Test func acknowledgedMistake() throws {
    let verification = try verify(
      "比2020年[14784.24元](=三公[总计].上年)减少[1239.72元](=三公[总计].上年-三公[总计].本年 "
        + "\"原文如此：按表七计算应为3370.79元\")，由于压减。")
    let finding = try #require(verification.findings.first)
    #expect(verification.findings.count == 1)
    #expect(finding.rule == "figure-mismatch")
    #expect(finding.severity == .acknowledged)
    #expect(finding.stated == "1239.72")
    #expect(finding.expected == "3370.79")
    #expect(finding.difference == "-2131.07")
    #expect(finding.contributors.map(\.text) == ["1239.72元", "14,784.24元", "11,413.45元"])
    #expect(finding.contributors.map(\.isSubtracted) == [false, false, true])
    #expect(verification.counts.figures == [.verified: 1, .acknowledged: 1])
    #expect(verification.figures[1].note.hasPrefix("原文如此"))
  }

  /// 11413.45元 is 11.41千元 or 1.14万元; 14784.24 less 3370.79 of it, which is 22.80%.
  @Test(arguments: [
    ("[11.41千元](=三公[总计].本年)", nil), ("[一万元](=三公[总计].本年)", nil),
    ("[一点一四万元](=三公[总计].本年)", nil), ("[¥11,413.45](=三公[总计].本年)", nil),
    ("[百分之二十二点八](=(三公[总计].上年-三公[总计].本年)/三公[总计].上年)", nil),
    ("[11.42千元](=三公[总计].本年)", "应为 11.41千元，相差 0.01千元"),
    ("[两万元](=三公[总计].本年)", "应为 1万元，相差 1万元"),
    ("[百分之二十三](=(三公[总计].上年-三公[总计].本年)/三公[总计].上年)", nil),
    ("[百分之二十二](=(三公[总计].上年-三公[总计].本年)/三公[总计].上年)", "应为 23%，相差 -1%"),
  ]) func otherNotations(paragraph: String, words: String?) throws {
    let verification = try verify(paragraph)
    #expect(verification.figures.count == 1)
    guard let words else {
      #expect(verification.figures[0].state == .verified)
      return
    }
    #expect(verification.figures[0].state == .failed)
    #expect(verification.findings[0].message.contains(words))
  }

  @Test func unboundInOtherNotations() throws {
    let findings = try verify("一般公共预算三万元，占百分之五，￥1,234.00，4.5千元。").findings
    #expect(findings.map(\.rule) == Array(repeating: "figure-unbound", count: 4))
    #expect(findings.map(\.stated) == ["3", "5", "1234.00", "4.5"])
    #expect(findings.map(\.position.column) == [7, 12, 17, 27])
  }

  @Test(arguments: [
    ("[1239.72元](=三公[总计].上年-三公[总计].本年 \"应为3370.78元\")", "应有数不是 3370.79元"),
    ("[1239.72元](=三公[总计].上年-三公[总计].本年 \"原文为1239.73元，应为3370.79元\")", "原文数字不是 1239.72元"),
  ]) func staleNote(paragraph: String, words: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.figures[0].state == .failed)
    #expect(verification.findings[0].severity == .error)
    #expect(verification.findings[0].message.contains(words))
  }

  /// A fact that could not be read has an error of its own, and nothing is known of its name.
  @Test(arguments: [UnreadFacts.named(["去年收入"]), .all]) func unreadFact(unread: UnreadFacts) throws
  {
    var report = try Samples.report.check("c", "文外.去年收入 = 支出[总计].合计")
      .paragraph("去年[5元](=文外.去年收入)").build()
    report.unreadFacts = unread
    let verification = Checker.verify(report)
    #expect(verification.figures[0].state == .unchecked)
    #expect(verification.findings.isEmpty)
    report.unreadFacts = .named(["今年收入"])
    #expect(
      Checker.verify(report).findings.map(\.rule) == ["figure-unresolved", "check-unchecked"])
  }

  @Test func oneMistakeWrittenInTwoWays() throws {
    let note = "\"原文如此：应为3370.79元\""
    let expression = "三公[总计].上年-三公[总计].本年"
    let same = try verify("[1239.72元](=\(expression) \(note))，[1239.72元](=\(expression) \(note))")
    #expect(same.counts.figures == [.acknowledged: 2])
    let different = try verify(
      "[1239.72元](=\(expression) \(note))，[1239.73元](=\(expression) \(note))")
    #expect(different.figures.map(\.state) == [.acknowledged, .failed])
    // Either may be the one that changed, so the finding names both.
    let finding = different.findings.first { $0.severity == .error }
    #expect(finding?.contributors.prefix(2).map(\.text) == ["1239.73元", "1239.72元"])
    #expect(
      finding?.contributors.prefix(2).map(\.position)
        == different.figures.reversed().map(\.position))
    let pinned = try verify(
      "[1239.72元](=\(expression) \(note))，[1239.73元](=\(expression) \"原文为1239.73元，应为3370.79元\")")
    #expect(pinned.counts.figures == [.acknowledged: 2])
  }

  /// A note without a number goes on acknowledging whatever changes.
  @Test func vagueNote() throws {
    let expression = "三公[总计].上年-三公[总计].本年"
    let vague = try verify("[1239.72元](=\(expression) \"原文如此\")")
    #expect(vague.counts.figures == [.acknowledged: 1])
    #expect(vague.findings.map(\.rule) == ["vague-note", "figure-mismatch"])
    #expect(vague.findings[0].severity == .warning)
    #expect(vague.findings[0].message.contains("应为3370.79元"))
    let exact = try verify("[1239.72元](=\(expression) \"原文如此：应为3370.79元\")")
    #expect(exact.findings.map(\.rule) == ["figure-mismatch"])
  }

  @Test func needlessNote() throws {
    let verification = try verify("[14784.24元](=三公[总计].上年 \"原文如此\")")
    #expect(verification.findings.map(\.rule) == ["needless-note"])
    #expect(verification.findings[0].severity == .warning)
    #expect(verification.figures[0].state == .verified)
  }

  @Test(arguments: [
    ("[三公经费](=三公[总计].上年)", "figure-text"), ("[14784.24](=三公[总计].上年)元", "figure-text"),
    ("[1元](=三公[没有].上年)", "figure-unresolved"), ("[1元](=文外.没有)", "figure-unresolved"),
    ("[1元](=支出[级=1].合计)", "figure-unresolved"),
    ("[5%](=三公[总计].上年)", "figure-unresolved"),
    ("[5元](=三公[总计].上年/三公[总计].本年)", "figure-unresolved"),
    ("[5%](=三公[总计].本年/三公[因公出国（境）费].本年)", "figure-unresolved"),
    ("[14784.23元](=三公[总计].上年)", "figure-mismatch"),
    ("[77777777.13元](=77777777.13元)", "binding-without-source"),
    ("[5元](=6元)", "binding-without-source"), ("[5%](=-(1元-3元)/40元)", "binding-without-source"),
    ("[5元](=6元 \"应为6元\")", "binding-without-source"),
    ("[46600151.51元](=支出[总计].合计+5%)", "figure-unresolved"),
    ("[46600151.41元](=支出[总计].合计-5%)", "figure-unresolved"),
    ("[0.05元](=5%)", "binding-without-source"),
    ("[0%](=财政拨款[结转下年].支出金额)", "figure-unresolved"),
  ]) func failures(paragraph: String, rule: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.findings.map(\.rule) == [rule])
    #expect(verification.findings[0].severity == .error)
    #expect(verification.figures.map(\.state) == [.failed])
  }

  /// 5 % of 46600151.46元 are 2330007.573元; with that much more it is 48930159.033元.
  @Test(arguments: [
    "[2330007.57元](=支出[总计].合计*5%)", "[48930159.03元](=支出[总计].合计*(1+5%))",
    "[932003029.20元](=支出[总计].合计/5%)", "[105%](=支出[总计].合计/支出[总计].合计+5%)",
  ]) func percentages(paragraph: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.findings.isEmpty)
    #expect(verification.figures.map(\.state) == [.verified])
  }

  /// A blank cell and a sum of no row are no money, whatever they are multiplied or divided by.
  @Test(arguments: [
    "[0元](=财政拨款[结转下年].支出金额*5%)", "[0元](=-财政拨款[结转下年].支出金额/5%)",
    "[0%](=财政拨款[结转下年].支出金额/支出[总计].合计)",
    "[46600151.46元](=支出[总计].合计-财政拨款[结转下年].支出金额*(1+5%))",
    "[0元](=sum(财政拨款[结转下年].支出金额)*5%)",
  ]) func nothingTimesAPercentage(paragraph: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.findings.isEmpty)
    #expect(verification.figures.map(\.state) == [.verified])
  }

  /// A sum of no row does not make a number in the formula a source.
  @Test(arguments: [
    ("[1000万元](=sum(支出[科目编码=9*].合计)+1000万元)", "binding-without-source"),
    ("[5元](=5元-sum(支出[科目编码=9*].合计))", "binding-without-source"),
    ("[5%](=5%+sum(支出[科目编码=9*].合计))", "figure-unresolved"),
    ("[0%](=sum(支出[科目编码=9*].合计))", "figure-unresolved"),
  ]) func noRowVouchesForANumber(paragraph: String, rule: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.findings.map(\.rule) == [rule])
    #expect(verification.findings[0].message.contains("没有选中任何一行") == (rule != "figure-unresolved"))
    #expect(verification.figures.map(\.state) == [.failed])
  }

  /// A table that is published as one without data does say that there is nothing.
  @Test func nothingInATableWithoutData() throws {
    let fund = FormBuilder.form(
      "fund", "表八", "政府性基金预算支出情况表", aliases: ["基金"], mayBeEmpty: true,
      ListSketch(columns: "code=科目编码:code name=科目名称:label total=合计", key: "code"))
    let report = try Samples.report.table(fund, "", presence: .empty)
      .paragraph("基金[0元](=sum(基金[*].合计))。")
    let verification = Checker.verify(report.build())
    #expect(verification.findings.isEmpty)
    #expect(verification.figures.map(\.state) == [.verified])
  }

  @Test func hints() throws {
    let sign = try verify("[3370.79元](=三公[总计].本年-三公[总计].上年)").findings[0]
    #expect(sign.message.contains("只差正负号"))
    let unit = try verify("[14784.24万元](=三公[总计].上年)").findings[0]
    #expect(unit.message.contains("相差一万倍"))
  }

  @Test func withoutAFormSetOnlyFactsCanBeLookedUp() throws {
    let report = try ReportBuilder().fact("上年收入", "5元")
      .paragraph("收入[5元](=文外.上年收入)，支出[6元](=支出[总计].合计)，余[1元](=5元-4元)。").build()
    let verification = Checker.verify(report)
    #expect(verification.figures.map(\.state) == [.external, .unchecked, .failed])
    #expect(verification.findings.map(\.rule) == ["binding-without-source"])
  }

  @Test func unbound() throws {
    let loose = try verify("收入5.00元")
    #expect(loose.findings.map(\.rule) == ["figure-unbound"])
    #expect(loose.findings[0].severity == .warning)
    #expect(loose.findings[0].position.column == 3)
    #expect(try verify("收入5.00元", strict: true).findings[0].severity == .error)
  }

  /// Loading says what is wrong with them; another message to bind them would only mislead.
  @Test(arguments: ["[10122756元]（=明细.a）", "[10122756元] (=明细.a)", "［10122756元］（＝明细.a）"])
  func miswritten(paragraph: String) throws {
    let report = try Samples.report.paragraph(paragraph).build()
    let verification = Checker.verify(report)
    #expect(verification.findings.isEmpty)
    #expect(verification.counts.figures == [.unbound: 1])
    #expect(Checker.proposals(for: report).isEmpty)
  }

  @Test func kindsOfSources() throws {
    let verification = try verify(
      "[50000000.00元](=文外.2020支出)，[3399848.54元](=文外.2020支出-支出[总计].合计)，[25000000元](=文外.2020支出*50%)")
    #expect(verification.findings.isEmpty)
    #expect(verification.figures.map(\.state) == [.external, .verified, .external])
    #expect(verification.figures[1].expression?.description == "文外.2020支出-支出[总计].合计")
  }

  /// No row is of this function: the sum is nothing, but says of what. It may be a slip of the pen.
  @Test(arguments: [
    ("[0元](=sum(明细[功能分类代码=999*].预算金额))", FigureResult.State.verified, 1),
    ("[0元](=sum(明细[功能分类代码=999*].预算金额)*5%)", .verified, 1),
    ("[0元](=sum(明细[功能分类代码=999*].预算金额)-sum(支出[科目编码=9*].合计))", .verified, 2),
    ("[46600151.46元](=支出[总计].合计+sum(支出[科目编码=9*].合计))", .verified, 1),
    ("[50000000.00元](=文外.2020支出+sum(支出[科目编码=9*].合计))", .external, 1),
  ]) func sumOfNothing(paragraph: String, state: FigureResult.State, count: Int) throws {
    let verification = try verify(paragraph)
    #expect(verification.figures.map(\.state) == [state])
    #expect(verification.findings.map(\.rule) == Array(repeating: "empty-selection", count: count))
    #expect(verification.findings.allSatisfy { $0.severity == .warning })
    #expect(verification.findings[0].message.contains("没有选中任何一行，按 0 计"))
  }

  @Test func noteTakenForFormula() throws {
    let finding = try verify("[14784.24元](=三公[总计].上年“原文如此”)").findings[0]
    #expect(finding.rule == "figure-unresolved" && finding.message.contains("放在英文双引号里"))
  }

  @Test func citations() throws {
    let verification = try verify(
      "[14784.24元](=三公[总计].上年)，[3370.79元](=三公[总计].上年-三公[总计].本年)")
    let cell = CellAddress(table: 2, row: 5, column: 1)
    #expect(verification.repeatedCell(of: verification.figures[0]) == cell)
    #expect(verification.repeatedCell(of: verification.figures[1]) == nil)
    let citations = verification.citations(ofTable: 2)
    #expect(citations.map(\.cell) == [cell, CellAddress(table: 2, row: 5, column: 2)])
    #expect(citations.map(\.figures) == [[0, 1], [1]])
    #expect(verification.citations(ofTable: 0).isEmpty)
  }

  private static let years = ChartForm(
    id: "three-public", title: "“三公”经费", previousTitle: "2020年", currentTitle: "2021年",
    items: ["1、因公出国（境）费", "2、公务接待费"].compactMap { label in
      guard let previous = try? Expression(parsing: "三公[\(label)].上年"),
        let current = try? Expression(parsing: "三公[\(label)].本年")
      else { return nil }
      return ChartForm.Item(label: label, previous: previous, current: current)
    })

  @Test(arguments: [
    ("安排[0万元](=三公[1、因公出国（境）费].本年)，与2020年财政预算数一致。", []),
    ("安排[0万元](=三公[1、因公出国（境）费].本年)，与上年持平。", []),
    ("安排[11413.45元](=三公[2、公务接待费].本年)，与2020年财政预算数一致。", ["sentence-same"]),
    ("安排[11413.45元](=三公[2、公务接待费].本年)，与上年持平。", ["sentence-same"]),
    // Another year's figure, another department's: nobody knows.
    ("安排[11413.45元](=三公[2、公务接待费].本年)，与2019年财政预算数一致。", []),
    ("安排[11413.45元](=三公[2、公务接待费].本年)，与计划一致。", []),
  ]) func sameAsLastYearsCell(paragraph: String, expected: [String]) throws {
    var report = Samples.report
    report.charts = [Self.years]
    let findings = Checker.verify(try report.paragraph(paragraph).build()).findings
      .filter { $0.rule != "stray-year" }
    #expect(findings.map(\.rule) == expected)
    if let finding = findings.first {
      #expect(finding.stated == "11413.45")
      #expect(finding.expected == "14784.24")
      #expect(finding.contributors.map(\.text) == ["11413.45元", "14784.24"])
    }
  }
}
