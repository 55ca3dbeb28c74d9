import Budget
import Checking
import Testing

@Suite struct TableCheckTests {
  private func rules(_ report: Report) -> [String] { Checker.verify(report).findings.map(\.rule) }

  private func rows(_ text: String, replacing old: String, with new: String) -> String {
    text.replacing(old, with: new)
  }

  @Test func untouchedTablesAgree() {
    let verification = Checker.verify(Samples.report.build())
    #expect(verification.findings.isEmpty)
    // 表三: (2 类 + 2 款) × their filled columns 2+2+3+3, 总计 × 3; 表九 1; 表七: 用车 2, 总计 2;
    // 表四: 本年收入 1, 收入总计 1, 本年支出 1, 支出总计 1.
    #expect(verification.counts.passed == 2 + 2 + 3 + 3 + 3 + 1 + 2 + 2 + 4)
    #expect(verification.counts.failed == 0)
    #expect(verification.counts.unchecked == 0)
  }

  @Test func parentIsOneFenOff() throws {
    let wrong = rows(
      Samples.expenditureRows, replacing: "21201,城乡社区管理事务,45677541.11,",
      with: "21201,城乡社区管理事务,45677541.12,")
    let findings = Checker.verify(
      ReportBuilder().table(Samples.expenditureForm, wrong).build()
    ).findings
    #expect(findings.map(\.rule) == ["hierarchy-sum", "hierarchy-sum"])
    let sum = try #require(findings.last)
    #expect(
      sum.position
        == SourcePosition(
          file: "Content/2021/tables/expenditure.csv", line: 6, column: 16))
    #expect(sum.stated == "45677541.12")
    #expect(sum.expected == "45677541.11")
    #expect(sum.difference == "0.01")
    #expect(
      sum.contributors.map(\.text) == [
        "45,677,541.12元", "19,697,632.49元", "185,229.66元", "25,794,678.96元",
      ])
    #expect(sum.contributors.map(\.side) == [.left, .right, .right, .right])
    #expect(sum.contributors[2].position.line == 8)
    #expect(sum.message.contains("城乡社区管理事务"))
    #expect(sum.message.contains("相差 0.01元"))
  }

  @Test func blankWhereTheOtherSideIsNot() {
    let wrong = rows(
      Samples.expenditureRows, replacing: "2120102,一般行政管理事务,185229.66,,185229.66",
      with: "2120102,一般行政管理事务,185229.66,,")
    let findings = Checker.verify(
      ReportBuilder().table(Samples.expenditureForm, wrong).build()
    ).findings
    #expect(findings.map(\.rule) == ["hierarchy-sum"])
    #expect(findings[0].contributors.contains { $0.text.isEmpty && $0.position.line == 8 })
    #expect(findings[0].message.contains("相差 185,229.66元"))
  }

  /// An amount with a letter in it is no nothing: what it takes part in is neither right nor wrong.
  @Test func mistypedAmountIsNotCountedAsNothing() throws {
    let wrong = rows(
      Samples.expenditureRows, replacing: "一般行政管理事务,185229.66,", with: "一般行政管理事务,18522X.66,")
    let report = try ReportBuilder().table(Samples.expenditureForm, wrong)
      .check("each-row", each: "支出", "合计 = 基本支出 + 项目支出").build()
    let verification = Checker.verify(report)
    #expect(verification.counts.failed == 0)
    let reason = "部门支出总体情况表［一般行政管理事务］合计是文字“18522X.66”，不是金额。"
    let unchecked = verification.checks.filter { $0.state == .unchecked(reason) }
    #expect(
      unchecked.map { "\(verification.rules[$0.rule].id) \(report.name(of: $0.subject))" }
        == ["hierarchy-sum 城乡社区管理事务", "each-row 一般行政管理事务"])
    #expect(verification.counts.unchecked == 2)
    // 2 类 + 1 款 × their columns, one sum less; 总计 × 3; 9 rows less one.
    #expect(verification.counts.passed == 2 + 2 + 3 + 2 + 3 + 8)
    #expect(
      verification.findings.map { "\($0.rule) \($0.severity) \($0.position.line)" } == [
        "check-unchecked warning 6", "check-unchecked warning 8",
      ])
    #expect(verification.findings[0].message.contains("城乡社区管理事务"))
    #expect(verification.findings[0].message.contains(reason))
  }

  @Test(arguments: ["", "-", "—"]) func nothingIsNothing(_ blank: String) {
    let form = FormBuilder.form(
      "list", "表二", "清单",
      ListSketch(
        columns: "item=项目:label amount=金额", key: "item", closing: [("total", "总计", .items)]))
    let report = ReportBuilder().table(form, "甲,1.00\n乙,\(blank)\n总计,1.00").build()
    #expect(Checker.verify(report).counts.passed == 1)
    #expect(Checker.verify(report).findings.isEmpty)
  }

  @Test func closingRowsOfClosingRows() {
    let form = FormBuilder.form(
      "balance", "表一", "收支表",
      ListSketch(
        columns: "item=项目:label amount=金额", key: "item",
        closing: [
          ("subtotal", "合计", .items), ("carried", "结转", .nothing), ("total", "总计", .closing),
        ]
      ))
    let right = "甲,1.00\n乙,2.00\n合计,3.00\n结转,4.00\n总计,7.00"
    #expect(rules(ReportBuilder().table(form, right).build()).isEmpty)
    let wrong = "甲,1.00\n乙,2.00\n合计,3.00\n结转,4.00\n总计,3.00"
    #expect(rules(ReportBuilder().table(form, wrong).build()) == ["closing-sum"])
  }

  @Test(arguments: [
    ("总计相等", nil, "支出[总计].合计 = 明细[合计].预算金额", 1),
    ("逐行", "支出", "合计 = 基本支出 + 项目支出", 9),
    ("分组", "明细.功能分类代码", "sum(明细[功能分类代码=$].预算金额) = 支出[$].合计", 4),
    ("逐项", "支出[级=3]", "sum(明细[功能分类代码=$].预算金额) = 合计", 4),
    ("一侧", "财政拨款/支出[级=2]", "支出金额 = sum(支出[级=2,科目名称=$].合计)", 2),
    ("不大于", nil, "三公[公务接待费].本年 <= 三公[公务接待费].上年", 1),
    ("不小于", nil, "三公[公务接待费].上年 >= 三公[公务接待费].本年", 1),
    ("空白为零", nil, "财政拨款[上年结转/一般公共预算拨款].收入金额 = 财政拨款[结转下年].支出金额", 1),
    ("乘除", nil, "支出[总计].合计 * 2 / 2 = 支出[总计].合计", 1),
  ]) func relationsHold(name: String, each: String?, relation: String, count: Int) throws {
    let report = try Samples.report.check("rule", each: each, relation).build()
    let verification = Checker.verify(report)
    let results = verification.checks.filter { verification.rules[$0.rule].id == "rule" }
    #expect(results.count == count)
    #expect(results.allSatisfy { $0.state == .consistent }, "\(results.map(\.state))")
  }

  @Test func relationFails() throws {
    let report = try Samples.report
      .check("soft", "支出[总计].基本支出 = 支出[总计].项目支出 + 1万元", severity: .warning).build()
    let finding = try #require(Checker.verify(report).findings.first)
    #expect(finding.rule == "soft")
    #expect(finding.severity == .warning)
    // 20620242.84 − (25979908.62 + 10000) = −5369665.78
    #expect(finding.difference == "-5369665.78")
    #expect(finding.contributors.map(\.side) == [.left, .right])
  }

  @Test func uncheckedIsNotPassed() throws {
    let report = try Samples.report
      .table(
        FormBuilder.form(
          "gone", "表十三", "绩效表", aliases: ["绩效"],
          ListSketch(columns: "item=项目:label amount=金额", key: "item")), "",
        presence: .absent("没有公开")
      )
      .check("absent-table", "绩效[甲].金额 = 支出[总计].合计")
      .check("absent-each", each: "绩效", "金额 = 金额")
      .check("missing-row", "支出[9999999].合计 = 支出[总计].合计")
      .check("missing-fact", "文外.没有 = 支出[总计].合计")
      .check("unknown-table", "没有的表[总计].合计 = 支出[总计].合计")
      .check("mixed", "支出[总计].合计 / 支出[总计].合计 = 支出[总计].合计")
      .check("share", "支出[总计].合计 <= 支出[总计].合计 + 5%")
      .build()
    let verification = Checker.verify(report)
    #expect(verification.counts.unchecked == 7)
    #expect(
      verification.findings.map { "\($0.rule) \($0.severity)" } == [
        "check-unchecked warning", "check-unchecked warning", "check-unresolved error",
        "check-unresolved error", "check-unresolved error",
      ])
    let reasons = verification.checks.compactMap { result -> String? in
      guard case .unchecked(let reason) = result.state else { return nil }
      return reason
    }
    #expect(reasons[0].contains("没有公开"))
    #expect(reasons[2].contains("没有“9999999”这一行"))
  }

  /// 6 of the 9 rows have basic expenditure, 4 project expenditure: what is blank is no money.
  @Test(arguments: [
    "项目支出*5% <= 合计", "项目支出 <= 合计*100%", "项目支出/合计 <= 100%",
    "sum(支出[科目编码=9*].合计)*5% <= 合计", "5%*基本支出+项目支出 <= 合计",
  ]) func percentagesOfBlankCells(relation: String) throws {
    let report = try Samples.report.check("share", each: "支出", relation).build()
    let verification = Checker.verify(report)
    #expect(verification.findings.isEmpty)
    #expect(verification.counts.unchecked == 0)
    #expect(verification.checks.filter { $0.state == .consistent }.count > 9)
  }

  /// A formula that adds ratios to amounts is wrong once, not once for each of the nine rows.
  @Test(arguments: [
    "合计 = 基本支出+项目支出+5%", "合计 = 项目支出/合计", "合计/支出[总计].合计 <= 支出[总计].合计",
  ]) func amountsAndRatios(relation: String) throws {
    let report = try Samples.report.check("mixed", each: "支出", relation).build()
    let verification = Checker.verify(report)
    #expect(verification.findings.map(\.rule) == ["check-unresolved"])
    #expect(verification.findings[0].message.hasPrefix("报告“2021”的“核对 mixed”未能核对：金额和比例不能这样运算"))
    #expect(verification.counts.unchecked == 1)
  }

  @Test func tenThousandFold() throws {
    let small = FormBuilder.form(
      "small", "表十四", "小表",
      ListSketch(
        columns: "item=项目:label amount=金额", key: "item",
        closing: [("total", "总计", .items)]))
    let report = Samples.report.table(small, "甲,4660.02\n总计,4660.02").build()
    #expect(Checker.verify(report).findings.map(\.rule).contains("unit-slip"))
    let alike = Samples.report.table(small, "甲,4660.03\n总计,4660.03").build()
    #expect(!Checker.verify(alike).findings.map(\.rule).contains("unit-slip"))
  }

  @Test func mixedFormats() {
    let form = FormBuilder.form(
      "list", "表二", "清单", ListSketch(columns: "item=项目:label amount=金额", key: "item"))
    // In these rows `_` stands for a thousands separator.
    let mixed = ReportBuilder().table(form, "甲,1_000.00\n乙,2000.00\n丙,3000.00\n丁,5.00").build()
    let finding = Checker.verify(mixed).findings.first
    #expect(finding?.rule == "mixed-number-format")
    #expect(finding?.position.line == 2)
    let uniform = ReportBuilder().table(form, "甲,1_000.00\n乙,2_000.00\n丁,5.00").build()
    #expect(Checker.verify(uniform).findings.isEmpty)
  }
}
