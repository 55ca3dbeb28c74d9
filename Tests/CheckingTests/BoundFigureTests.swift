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

  @Test(arguments: [
    ("[1239.72元](=三公[总计].上年-三公[总计].本年 \"应为3370.78元\")", "应有数不是 3370.79元"),
    ("[1239.72元](=三公[总计].上年-三公[总计].本年 \"原文为1239.73元，应为3370.79元\")", "原文数字不是 1239.72元"),
  ]) func staleNote(paragraph: String, words: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.figures[0].state == .failed)
    #expect(verification.findings[0].severity == .error)
    #expect(verification.findings[0].message.contains(words))
  }

  @Test func oneMistakeWrittenInTwoWays() throws {
    let note = "\"原文如此：应为3370.79元\""
    let expression = "三公[总计].上年-三公[总计].本年"
    let same = try verify("[1239.72元](=\(expression) \(note))，[1239.72元](=\(expression) \(note))")
    #expect(same.counts.figures == [.acknowledged: 2])
    let different = try verify(
      "[1239.72元](=\(expression) \(note))，[1239.73元](=\(expression) \(note))")
    #expect(different.figures.map(\.state) == [.acknowledged, .failed])
    let pinned = try verify(
      "[1239.72元](=\(expression) \(note))，[1239.73元](=\(expression) \"原文为1239.73元，应为3370.79元\")")
    #expect(pinned.counts.figures == [.acknowledged: 2])
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
  ]) func failures(paragraph: String, rule: String) throws {
    let verification = try verify(paragraph)
    #expect(verification.findings.map(\.rule) == [rule])
    #expect(verification.findings[0].severity == .error)
    #expect(verification.figures.map(\.state) == [.failed])
  }

  @Test func hints() throws {
    let sign = try verify("[3370.79元](=三公[总计].本年-三公[总计].上年)").findings[0]
    #expect(sign.message.contains("只差正负号"))
    let unit = try verify("[14784.24万元](=三公[总计].上年)").findings[0]
    #expect(unit.message.contains("相差一万倍"))
  }

  @Test func unbound() throws {
    let loose = try verify("收入5.00元")
    #expect(loose.findings.map(\.rule) == ["figure-unbound"])
    #expect(loose.findings[0].severity == .warning)
    #expect(loose.findings[0].position.column == 3)
    #expect(try verify("收入5.00元", strict: true).findings[0].severity == .error)
  }

  @Test func kindsOfSources() throws {
    let verification = try verify(
      "[50000000.00元](=文外.2020支出)，[3399848.54元](=文外.2020支出-支出[总计].合计)，[5元](=5元)")
    #expect(verification.findings.isEmpty)
    #expect(verification.figures.map(\.state) == [.external, .verified, .external])
    #expect(verification.figures[1].formula == "文外.2020支出-支出[总计].合计")
  }

  @Test func citations() throws {
    let verification = try verify(
      "[14784.24元](=三公[总计].上年)，[3370.79元](=三公[总计].上年-三公[总计].本年)")
    let cell = CellAddress(table: 2, row: 5, column: 1)
    #expect(verification.figures[0].repeatedCell == cell)
    #expect(verification.figures[1].repeatedCell == nil)
    #expect(verification.citations(of: cell) == [0, 1])
    #expect(verification.citations(of: CellAddress(table: 2, row: 5, column: 2)) == [1])
    #expect(verification.citations(of: CellAddress(table: 0, row: 0, column: 2)).isEmpty)
  }
}
