import Budget
import Testing

@testable import Checking

/// Texts of a megabyte, in which everything is there again and again. Where something is looked for
/// in the whole paragraph for each figure or year, these tests do not end.
@Suite struct LongTextTests {
  /// All that one kind of check finds; what people get to see is cut short.
  private func findings(
    _ report: ReportBuilder, _ check: (inout CheckRun, [Passage]) -> Void
  ) -> [Finding] {
    let report = report.build()
    var run = CheckRun(ReportIndex(report), strict: false)
    check(&run, report.narrative.passages)
    return run.findings
  }

  private func words(_ paragraph: String) throws -> [Finding] {
    findings(try ReportBuilder().paragraph(paragraph)) { run, passages in
      for passage in passages { run.checkWords(of: passage) }
    }
  }

  private func reasons(_ paragraph: String) throws -> [Finding] {
    findings(try ReportBuilder().paragraph(paragraph)) { $0.checkReasons($1) }
  }

  private func text(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  @Test func years() throws {
    #expect(try words(text("2019年", 200_000)).count == 200_000)
    #expect(try words(text("2019年", 200_000) + "的审计").isEmpty)
    // Every other sentence says why.
    #expect(try words(text("2019年收入。2019年决算。", 50_000)).count == 50_000)
  }

  @Test func changes() throws {
    let change = "比上年增加5元，"
    #expect(try reasons(text(change, 30_000)).count == 30_000)
    #expect(try reasons(text(change, 30_000) + "因调整").isEmpty)
    // The last full stop but two is that of the last change; of all others the reason is too far.
    let sentences = (1...30_000).map { "收入5元，比上年增加\($0)元。" }.joined()
    #expect(try reasons(sentences + "甲。因调整。").count == 29_999)
  }

  @Test func links() {
    let position = SourcePosition(file: ReportBuilder.narrativeFile)
    var report = ReportBuilder()
    for number in 1...20_000 {
      let words = "甲\(number)"
      let heading = Heading(
        level: 2, content: [.text(words, position)], anchor: words, position: position)
      report.blocks.append(.heading(heading))
      let targets = ["#甲\(number)", "#乙\(number)", "附件\(number).pdf"]
      report.blocks.append(
        .paragraph(
          targets.map { .link(destination: $0, title: "", [.text("见", position)]) }, position))
    }
    #expect(findings(report) { run, _ in run.checkLinks() }.count == 40_000)
  }

  @Test func crosses() throws {
    #expect(try words("甲" + text("X", 300_000)).count == 1)
    #expect(try words("甲" + text("X", 300_000) + "a").isEmpty)
    #expect(try words("a" + text("×", 300_000)).isEmpty)
  }

  @Test func sentences() throws {
    let found = findings(try ReportBuilder().paragraph(text("收入5元，比上年3元增加2元，", 10_000))) {
      run, passages in
      for passage in passages { run.checkSentences(of: passage) }
    }
    #expect(found.isEmpty)
  }

  @Test func piecesOfText() {
    var report = ReportBuilder()
    let pieces = (1...50_000).map { line in
      Inline.text("2019年5元", SourcePosition(file: "n.md", line: line, column: 3))
    }
    report.blocks.append(.paragraph(pieces, SourcePosition(file: "n.md")))
    let found = findings(report) { run, passages in
      for passage in passages {
        run.checkFigures(of: passage)
        run.checkWords(of: passage)
      }
    }
    #expect(found.map(\.position.line) == Array(1...50_000) + Array(1...50_000))
    #expect(found.prefix(50_000).allSatisfy { $0.position.column == 8 })
    #expect(found.suffix(50_000).allSatisfy { $0.position.column == 3 })
  }

  @Test func boundFiguresAmongOthers() throws {
    let figure = BoundFigure(
      index: 0, text: "5元", expression: try Expression(parsing: "文外.甲"), expressionText: "文外.甲",
      note: "", position: SourcePosition(file: "n.md"))
    let pair: [Inline] = [.figure(figure), .text("6元", SourcePosition(file: "n.md"))]
    var report = ReportBuilder()
    report.blocks.append(
      .paragraph(Array(repeating: pair, count: 30_000).flatMap(\.self), figure.position))
    let figures = report.build().narrative.passages.flatMap(\.figures)
    #expect(
      figures.map { $0.binding == nil }
        == Array(repeating: [false, true], count: 30_000).flatMap(\.self))
  }

  @Test func contents() throws {
    var report = try Samples.report.heading(2, "目录").list((0..<4_000).map { "甲乙丙丁戊己庚辛\($0)" })
    for number in 0..<4_000 { report = report.heading(2, "壬癸子丑寅卯辰巳\(number)") }
    let found = findings(report) { $0.checkContents($1) }
    #expect(found.count == 4_000)
    #expect(found.allSatisfy { $0.message.contains("没有这个标题") })
  }

  @Test func projects() throws {
    let form = FormBuilder.form(
      "projects", "表九", "项目表",
      ListSketch(columns: "project=项目名称:label amount=预算金额", key: "project"))
    let rows = (0..<4_000).map { "城市运行系统运维项目\($0),5.00" }.joined(separator: "\n")
    let report = ReportBuilder().table(form, rows)
    let unlike = findings(try report.paragraph(text("城市运行系统运维经费5元；", 1_000))) {
      $0.checkProjectNames($1)
    }
    #expect(unlike.count == 1_000)
    // However many there are, one that is called so is found.
    let same = findings(try report.paragraph("城市运行系统运维项目3999安排5元")) { $0.checkProjectNames($1) }
    #expect(same.isEmpty)
  }
}
