import Budget
import Checking
import Testing

/// Figures in 万元 stand for all amounts that round to them; figures to the fen stand for one.
@Suite struct RoundingTests {
  private static let performance = FormBuilder.form(
    "performance", "表十二", "绩效目标表", aliases: ["绩效"], unit: .tenThousandYuan,
    ListSketch(columns: "item=项目:label amount=金额", key: "item"))

  private func state(_ performance: String, _ relation: String) throws -> CheckResult.State? {
    let report = try Samples.report.table(Self.performance, performance).check("rule", relation)
      .build()
    return Checker.verify(report).checks.last?.state
  }

  /// 46600151.46元 is 4660.015146万元, which rounds to 4660.02万元.
  @Test(arguments: [("4660.02", true), ("4660.01", false), ("4660.03", false)])
  func coarserSide(printed: String, holds: Bool) throws {
    let expected: CheckResult.State = holds ? .consistent : .inconsistent
    #expect(try state("总额,\(printed)", "绩效[总额].金额 = 支出[总计].合计") == expected)
    #expect(try state("总额,\(printed)", "支出[总计].合计 = 绩效[总额].金额") == expected)
  }

  @Test func atMostWithRounding() throws {
    // 4660.01万元 may be anything below 46600150元, and less than 46600151.46元 in any case.
    #expect(try state("总额,4660.01", "绩效[总额].金额 <= 支出[总计].合计") == .consistent)
    #expect(try state("总额,4660.02", "绩效[总额].金额 <= 支出[总计].合计") == .consistent)
    #expect(try state("总额,4660.03", "绩效[总额].金额 <= 支出[总计].合计") == .inconsistent)
  }

  @Test func valuesPrintedAlikeAreExact() throws {
    #expect(try state("甲,1.00\n乙,2.00\n丙,3.00", "绩效[丙].金额 = 绩效[甲].金额 + 绩效[乙].金额") == .consistent)
    #expect(
      try state("甲,1.00\n乙,2.00\n丙,3.01", "绩效[丙].金额 = 绩效[甲].金额 + 绩效[乙].金额") == .inconsistent)
  }

  /// A tie may round either way: 12350元 is 1.23万元 or 1.24万元, and nothing else.
  @Test(arguments: [("1.23万元", true), ("1.24万元", true), ("1.22万元", false), ("1.25万元", false)])
  func tie(figure: String, agrees: Bool) throws {
    let report = try ReportBuilder().fact("甲", "12350.00元").paragraph("共[\(figure)](=文外.甲)。")
      .build()
    let state = Checker.verify(report).figures[0].state
    #expect(state == (agrees ? .external : .failed))
  }

  @Test(arguments: [
    ("46600151.46元", "支出[总计].合计", true), ("46600151.47元", "支出[总计].合计", false),
    ("4660.02万元", "支出[总计].合计", true), ("4660.01万元", "支出[总计].合计", false),
    ("0.47亿元", "支出[总计].合计", true), ("46600151元", "支出[总计].合计", true),
    ("46600152元", "支出[总计].合计", false), ("55.75%", "支出[总计].项目支出/支出[总计].合计", true),
    ("55.74%", "支出[总计].项目支出/支出[总计].合计", false), ("55.8%", "支出[总计].项目支出/支出[总计].合计", true),
    ("0万元", "三公[因公出国（境）费].本年", true), ("1万元", "三公[因公出国（境）费].本年", false),
    ("0.34万元", "三公[总计].上年-三公[总计].本年", true), ("3370.79元", "三公[总计].上年-三公[总计].本年", true),
    ("-3370.79元", "三公[总计].本年-三公[总计].上年", true), ("3370.78元", "三公[总计].上年-三公[总计].本年", false),
    ("25979908.62元", "sum(支出[级=3].项目支出)", true),
  ]) func printedFigures(figure: String, expression: String, agrees: Bool) throws {
    let report = try Samples.report.paragraph("共[\(figure)](=\(expression))。").build()
    #expect(Checker.verify(report).figures[0].state == (agrees ? .verified : .failed))
  }

  /// Two facts in 万元, each rounded for itself, and their difference: 0.005 of each may add up.
  @Test(arguments: [
    ("376.51万元", true), ("376.52万元", true), ("376.53万元", true), ("376.55万元", false),
  ])
  func differenceOfRoundedFacts(figure: String, agrees: Bool) throws {
    let report = try ReportBuilder().fact("今年", "6064.66万元").fact("去年", "6441.18万元")
      .paragraph("减少[\(figure)](=文外.去年-文外.今年)，由于压减。").build()
    #expect(Checker.verify(report).figures[0].state == (agrees ? .external : .failed))
  }
}
