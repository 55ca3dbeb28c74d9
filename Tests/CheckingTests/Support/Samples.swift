import Budget

/// Forms like those of the 2021 disclosure, small.
enum Samples {
  static let expenditureForm = FormBuilder.form(
    "expenditure", "表三", "部门支出总体情况表", aliases: ["支出"],
    ListSketch(
      columns: "code=科目编码:code name=科目名称:label total=合计 basic=基本支出 project=项目支出",
      key: "code", hierarchy: .code("code", [3, 5, 7]), closing: [("total", "总计", .items)]))

  static let expenditureRows = """
    201,一般公共服务支出,922610.35,922610.35,
    20103,政府办公厅（室）及相关机构事务,922610.35,922610.35,
    2010350,事业运行,922610.35,922610.35,
    212,城乡社区支出,45677541.11,19697632.49,25979908.62
    21201,城乡社区管理事务,45677541.11,19697632.49,25979908.62
    2120101,行政运行,19697632.49,19697632.49,
    2120102,一般行政管理事务,185229.66,,185229.66
    2120199,其他城乡社区管理事务支出,25794678.96,,25794678.96
    ,总计,46600151.46,20620242.84,25979908.62
    """

  static let detailForm = FormBuilder.form(
    "detail", "表九", "部门预算明细表", aliases: ["明细"],
    ListSketch(
      columns: "function=功能分类代码:code economic=部门经济分类代码:code project=项目名称:label amount=预算金额",
      key: "function,economic,project", closing: [("total", "合计", .items)]))

  static let detailRows = """
    2010350,30101,人员支出（在职统发）·基本工资,922610.35
    2120101,30101,人员支出（在职统发）·基本工资,19000000.00
    2120101,30201,日常公用支出（在职人员）·办公费,697632.49
    2120199,30299,12345市民热线 西城分中心热线服务项目经费,10122756.00
    2120199,30299,法律咨询服务,80000.00
    2120199,30299,接诉即办第三方评估项目以前年度余款,1027500.00
    2120199,30299,西城区城市治理大数据平台建设一期项目尾款,1312728.75
    2120199,30299,工作经费,13251694.21
    2120102,30299,预留机动费,185229.66
    ,合计,,46600151.46
    """

  static let threePublicForm = FormBuilder.form(
    "three-public", "表七", "一般公共预算“三公”经费支出情况表", aliases: ["三公"],
    ListSketch(
      columns: "item=项目:label last_year=2020年预算数|2020|上年 this_year=2021年预算数|2021|本年",
      key: "item", hierarchy: .indentation, closing: [("total", "总计", .items)]))

  static let threePublicRows = """
    1、因公出国（境）费,0.00,0.00
    2、公务接待费,14784.24,11413.45
    3、公务用车购置及运行维护费,0.00,0.00
    \u{3000}其中；公务用车购置费,0.00,0.00
    \u{3000}公务用车运行维护费,0.00,0.00
    总计,14784.24,11413.45
    """

  static let appropriationForm = FormBuilder.form(
    "appropriation", "表四", "财政拨款收支总体情况表", aliases: ["财政拨款"], layout: .twoSided,
    ListSketch(
      id: "income", title: "收入",
      columns: "income_item=项目:label income_amount=预算金额|收入金额", key: "income_item",
      hierarchy: .numbering, closing: [("total", "收入总计", .items)]),
    ListSketch(
      id: "outlay", title: "支出",
      columns: "outlay_item=项目:label outlay_amount=预算金额|支出金额", key: "outlay_item",
      hierarchy: .numbering, closing: [("total", "支出总计", .items)]))

  static let appropriationRows = """
    一、本年收入,46600151.46,一、本年支出,46600151.46
    （一）一般公共预算拨款,46600151.46,（一）政府办公厅（室）及相关机构事务,922610.35
    （二）政府性基金预算拨款,,（二）城乡社区管理事务,45677541.11
    二、上年结转,,二、结转下年,
    （一）一般公共预算拨款,,,
    （二）政府性基金预算拨款,,,
    收入总计：,46600151.46,支出总计：,46600151.46
    """

  static var report: ReportBuilder {
    ReportBuilder().table(expenditureForm, expenditureRows).table(detailForm, detailRows)
      .table(threePublicForm, threePublicRows).table(appropriationForm, appropriationRows)
      .fact("2020支出", "50000000.00元")
  }
}
