import Budget
import Checking
import Testing

/// Another district: 类, 款 and 项 in three columns, whole yuan, a narrative in 万元, and 三公 partly
/// from project expenditure. Nothing of it may raise an alarm.
@Suite struct OtherFormSetTests {
  private static let expenditure = FormBuilder.form(
    "spending", "表2", "支出预算表", aliases: ["支出"], decimals: 0,
    ListSketch(
      columns: "code=科目:code name=名称:label total=合计 basic=基本支出 project=项目支出", key: "code",
      hierarchy: .code("code", [3, 5, 7]), closing: [("total", "合计", .items)]))
  private static let rows = """
    201,一般公共服务支出,83456789,61234567,22222222
    20101,人大事务,83456789,61234567,22222222
    2010101,行政运行,61234567,61234567,
    2010104,人大会议,22222222,,22222222
    205,教育支出,1204,1204,
    20508,进修及培训,1204,1204,
    2050803,培训支出,1204,1204,
    ,合计,83457993,61235771,22222222
    """
  private static let threePublic = FormBuilder.form(
    "three", "表6", "三公经费表", aliases: ["三公"], unit: .tenThousandYuan, layout: .wide,
    ListSketch(
      columns: "body=单位:label total=合计 abroad=出国 reception=接待 car=用车", key: "body"))
  private static let basic = FormBuilder.form(
    "basic", "表5", "基本支出表", aliases: ["基本支出"], decimals: 0,
    ListSketch(
      columns: "code=科目:code name=名称:label total=合计", key: "code",
      closing: [("total", "合计", .items)]))

  private func report() throws -> ReportBuilder {
    try ReportBuilder().table(Self.expenditure, Self.rows)
      .table(Self.basic, "30217,公务接待费,24000\n30299,其他,61211771\n,合计,61235771")
      .table(Self.threePublic, "某局机关,15.50,0.00,3.20,12.30")
      .fact("上年支出", "8120.10万元")
      .check("row-sum", each: "支出", "合计 = 基本支出 + 项目支出")
      .check("basic", "支出[合计].基本支出 = 基本支出[合计].合计")
      .check("three-sum", each: "三公", "合计 = 出国 + 接待 + 用车")
      .check("reception", "基本支出[30217].合计 <= 三公.接待")
  }

  @Test func noFalseAlarm() throws {
    let report = try report()
      .paragraph(
        "2021年支出预算[8345.80万元](=支出[合计].合计)，比上年[8120.10万元](=文外.上年支出)增加"
          + "[225.70万元](=支出[合计].合计-文外.上年支出)，增长[2.78%](=(支出[合计].合计-文外.上年支出)/文外.上年支出)，"
          + "主要是人员增加。其中基本支出[6123.58万元](=支出[合计].基本支出)，占[73.37%](=支出[合计].基本支出/支出[合计].合计)；"
          + "项目支出[2222.22万元](=支出[合计].项目支出)。"
      )
      .paragraph("“三公”经费[15.50万元](=三公.合计)，其中接待[3.2万元](=三公.接待)。").build()
    let verification = Checker.verify(report, strict: true)
    #expect(verification.findings.map(\.message) == [])
    #expect(verification.counts.figures == [.verified: 8, .external: 1])
    #expect(verification.counts.unchecked == 0)
  }

  @Test func oneYuanIsStillFound() throws {
    let wrong = Self.rows.replacing(
      "2010104,人大会议,22222222,,22222222", with: "2010104,人大会议,22222223,,22222223")
    let report = ReportBuilder().table(Self.expenditure, wrong).build()
    #expect(Checker.verify(report).findings.map(\.rule) == ["hierarchy-sum", "hierarchy-sum"])
  }
}
