import Budget
import Checking
import Testing

@Suite struct WordingTests {
  private func findings(_ report: ReportBuilder) -> [Finding] {
    Checker.verify(report.build()).findings.filter { $0.rule != "figure-unbound" }
  }

  private func rules(_ paragraph: String) throws -> [String] {
    findings(try ReportBuilder().paragraph(paragraph)).map(\.rule)
  }

  @Test(arguments: [
    ("XX单位负责", ["placeholder"]), ("金额××元", ["placeholder"]), ("（待填写）", ["placeholder"]),
    ("某某局", ["placeholder"]), ("TODO", ["placeholder"]), ("共____元", ["placeholder"]),
    ("XXL号", []), ("3×4", []), ("某单位", []), ("待遇", []), ("a_b", []),
  ]) func placeholders(paragraph: String, expected: [String]) throws {
    #expect(try rules(paragraph) == expected)
  }

  @Test func placeholderInForm() {
    let form = FormBuilder.form(
      "goals", "表十二", "绩效", layout: .form,
      ListSketch(columns: "item=项目:label content=内容:value", key: "item"))
    let found = findings(ReportBuilder().table(form, "目标,完成XX项任务\n说明,无"))
    #expect(found.map(\.rule) == ["placeholder"])
    #expect(found[0].position.line == 2)
  }

  @Test(arguments: [
    ("2021年和2020年", []), ("2019年收入", ["stray-year"]), ("2022年预算", ["stray-year"]),
    ("2019年度部门预算支出绩效自评", []), ("2018年决算", []), ("2019年成立", []), ("2012年以前", []),
    ("12019年", []), ("2019个", []), ("2024年度收入", ["stray-year"]), ("2026年，", ["stray-year"]),
    // Figures of long ago, and years that one digit makes impossible.
    ("2012年收入预算", ["stray-year"]), ("2011年度部门预算", ["stray-year"]), ("2031年“三公”经费", ["stray-year"]),
    ("2201年工作", ["stray-year"]), ("1021年", ["stray-year"]), ("3021年，", ["stray-year"]),
    // History and plans.
    ("2012年起施行", []), ("2012年国务院令第619号", []), ("2035年远景目标", []), ("1949年，", []), ("3000年历史", []),
    ("1840年以后", []), ("根据2012年印发的文件", []), ("2012年预算公开以来", []), ("2014年修订的《预算法》", []),
  ]) func years(paragraph: String, expected: [String]) throws {
    #expect(try rules(paragraph) == expected)
  }

  @Test func noYearIsStrayWhereTheReportHasNone() throws {
    var report = try ReportBuilder().paragraph("2019年收入和2024年收入")
    #expect(findings(report).map(\.rule) == ["stray-year", "stray-year"])
    report.year = 0
    #expect(findings(report).isEmpty)
  }

  @Test(arguments: [
    ("收入5元，比上年减少3元。", ["change-without-reason"]),
    ("收入5元，比上年减少3元。原因是：压减。", []), ("收入5元，比上年减少3元，主要是压减。", []),
    ("收入5元，比上年减少0元。", []), ("收入5元。支出3元。", []),
  ]) func reasons(paragraph: String, expected: [String]) throws {
    #expect(try rules(paragraph) == expected)
  }

  @Test func reasonsElsewhere() throws {
    let next = try ReportBuilder().paragraph("收入5元，比上年减少3元。").paragraph("主要原因是：压减。")
    #expect(findings(next).isEmpty)
    let before = try ReportBuilder().paragraph("收入5元，比上年减少3元，由于压减。")
      .paragraph("其中甲5元，比上年减少3元。")
    #expect(findings(before).isEmpty)
  }

  @Test func contents() throws {
    let gone = FormBuilder.form(
      "gone", "表十三", "项目绩效表", ListSketch(columns: "item=项目:label amount=金额", key: "item"))
    let report = try Samples.report.table(gone, "", presence: .absent("没有公开"))
      .heading(2, "目录")
      .list([
        "第一部分、2021年部门预算情况说明", "一、收支说明", "（一）机关运行经费说明", "六、名称解释", "七、没有这一节",
        "表三、部门支出总体情况表", "表九、部门预算明细", "表十三、项目绩效表",
      ])
      .heading(2, "第一部分：2021年度部门预算情况说明").heading(3, "一、收支说明")
      .heading(4, "（一）机构运行经费说明").heading(3, "六、名词解释")
    let found = findings(report)
    #expect(found.allSatisfy { $0.rule == "contents-mismatch" && $0.severity == .warning })
    #expect(
      found.map(\.message) == [
        "目录写“第一部分、2021年部门预算情况说明”，正文标题是“第一部分：2021年度部门预算情况说明”，两处文字不一致。",
        "目录写“（一）机关运行经费说明”，正文标题是“（一）机构运行经费说明”，两处文字不一致。",
        "目录写“六、名称解释”，正文标题是“六、名词解释”，两处文字不一致。", "目录列有“七、没有这一节”，正文没有这个标题。",
        "目录写“表九、部门预算明细”，表名是“表九、部门预算明细表”，两处文字不一致。",
        "目录列有“表十三、项目绩效表”，但没有公开这个表。",
      ])
  }

  @Test func contentsNeedTheFormSet() throws {
    let report = try ReportBuilder().heading(2, "目录").list(["表三、部门支出总体情况表", "一、收支"])
      .heading(3, "一、收支说明")
    #expect(findings(report).isEmpty)
  }

  @Test(arguments: [
    ("1. 接诉即办第三方评估项目以前年度尾款1027500元；", "接诉即办第三方评估项目以前年度余款"),
    ("主要项目是：法律顾问服务项目80000元。", "法律咨询服务"),
    ("城市治理大数据平台建设一期项目尾款，安排预算资金1312728.75元；", "西城区城市治理大数据平台建设一期项目尾款"),
    ("12345市民热线西城分中心热线服务项目经费10122756元", nil), ("法律咨询服务安排预算资金80000元", nil),
    ("全年工会活动80000元", nil),
  ]) func projectNames(paragraph: String, name: String?) throws {
    let found = findings(try Samples.report.paragraph(paragraph))
    #expect(found.map(\.rule) == (name == nil ? [] : ["name-mismatch"]))
    if let name { #expect(found.first?.message.contains("叫“\(name)”") == true) }
  }

  @Test func unitSlipInNarrative() throws {
    let slip = findings(try Samples.report.paragraph("支出46600151.46万元"))
    #expect(slip.map(\.rule) == ["unit-slip"])
    #expect(findings(try Samples.report.paragraph("支出4660.02元")).map(\.rule) == ["unit-slip"])
    #expect(findings(try Samples.report.paragraph("支出4660.02万元")).isEmpty)
  }
}
