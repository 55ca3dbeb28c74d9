import Budget
import Checking
import Testing

/// Sentences without any binding: arithmetic alone.
@Suite struct SentenceTests {
  private func rules(_ sentence: String) throws -> [String] {
    Checker.verify(try ReportBuilder().paragraph(sentence).build()).findings.map(\.rule)
      .filter { $0 != "figure-unbound" }
  }

  /// True sentences, of the 2021 disclosure and of others.
  @Test(arguments: [
    "2021年收入预算60646633.13元，比2020年收入预算64411756.96元减少3765123.83元，减少5.85%。减少主要原因是：压缩支出。",
    "（1） 基本支出预算29588676.51元，比2020年基本支出预算27035047.61元增加2553628.9元，增长9.45%。主要原因是：调整。",
    "（2） 项目支出预算31057956.62元，比2020年项目支出预算37376709.35元减少6318752.73元。主要原因是：压减。",
    "合计1876321.21元，比2020年1972032.53元减少95711.32元，减少4.85%。原因是：计提基数减少。",
    "2021年财政拨款预算安排0万元，与2020年财政预算数一致。",
    "涉及一般公共预算当年拨款29474406.96元，占项目支出预算31057956.62元的94.90%。",
    "2021年收入6064.66万元，较上年6441.18万元下降376.51万元，降幅为5.85%，由于压减。",
    "收入100.00万元，比上年80.00万元增长25%，因职能增加。", "支出5元，与上年5.00元持平。",
    "收入120.00万元，比上年增加20.00万元，增长20%，主要是工资调整。",
    "收入80.00万元，比上年减少20.00万元（下降20%），主要是压减。",
    "预算500.00万元，其中基本支出300.00万元，比上年450.00万元增加50.00万元，因调资。",
    "截止2020年底，本部门固定资产总额4394.42万元，其中：车辆0台，0万元；单位价值50万元以上的设备0台、0万元。",
    "甲项目3759728元；乙项目10122756元；丙项目4290000元。", "工资10元，津贴比例5%，奖金20元。",
    "收入60646633元，比上年64411757元减少3765124元，主要是压减。",
    "其中甲占总额200.00元的50%，金额100.00元。",
    "收入一百万元，比上年八十万元增加二十万元，增长百分之二十五，因职能增加。", "收入100千元，占支出二十万元的百分之五十。",
  ]) func trueSentences(sentence: String) throws {
    #expect(try rules(sentence) == [])
  }

  @Test(arguments: [
    ("收入60646633.13元，比2020年64411756.96元减少3765123.84元，由于压减。", ["sentence-difference"]),
    ("收入60646633.13元，比2020年64411756.96元增加3765123.83元，由于压减。", ["sentence-direction"]),
    ("收入60646633.13元，比2020年64411756.96元减少3765123.83元，减少5.84%，由于压减。", ["sentence-rate"]),
    ("收入60646633.13元，比2020年64411756.96元减少3765123.83元，增长5.85%，由于压减。", ["sentence-direction"]),
    ("收入100.00万元，比上年80.00万元增长26%，因职能增加。", ["sentence-rate"]),
    ("收入100.00万元，比上年80.00万元下降25%，因职能增加。", ["sentence-direction"]),
    ("收入120.00万元，比上年增加20.00万元，增长16.67%，因职能增加。", ["sentence-rate"]),
    ("拨款29474406.96元，占项目支出预算31057956.62元的94.91%。", ["sentence-share"]),
    ("支出5.01元，与上年5.00元持平。", ["sentence-same"]),
    ("收入6064.66万元，比上年6441.18万元减少376.55万元，由于压减。", ["sentence-difference"]),
    ("三公经费11413.45元，比2020年14784.24元减少1239.72元。减少原因是：降低。", ["sentence-difference"]),
    // 100 − 80 = 20, 20 ÷ 80 = 25%, 10 ÷ 20 = 50%; each may have been rounded.
    ("收入一百万元，比上年八十万元增加二十二万元，因职能增加。", ["sentence-difference"]),
    ("收入￥1,000.00，比上年￥800.00元增长百分之二十六，因职能增加。", ["sentence-rate"]),
    ("收入100千元，占支出二十万元的百分之六十。", ["sentence-share"]),
  ]) func falseSentences(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test func whatTheFindingSays() throws {
    let report = try ReportBuilder()
      .paragraph("经费11413.45元，比2020年14784.24元减少1239.72元。原因是：降低。").build()
    let finding = try #require(
      Checker.verify(report).findings.first { $0.rule == "sentence-difference" })
    #expect(finding.severity == .error)
    #expect(finding.stated == "1239.72")
    #expect(finding.expected == "3370.79")
    #expect(finding.difference == "-2131.07")
    #expect(finding.position.column == 30)
    #expect(finding.contributors.map(\.text) == ["1239.72元", "11413.45元", "14784.24元"])
  }

  /// What a binding has reported or a note has admitted is not reported twice.
  @Test func notReportedTwice() throws {
    let bound = try Samples.report.paragraph(
      "经费11413.45元，比2020年14784.24元减少[1239.72元](=三公[总计].上年-三公[总计].本年 \"应为3370.79元\")。原因是：降低。"
    ).build()
    let rules = Checker.verify(bound).findings.map(\.rule).filter { $0 != "figure-unbound" }
    #expect(rules == ["figure-mismatch"])
  }
}
