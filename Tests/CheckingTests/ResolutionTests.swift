@testable import Budget
import Testing

@Suite struct ResolutionTests {
  let report = Samples.report.build()

  private func names(_ text: String) throws -> [String] {
    guard case .reference(let reference) = try Expression(parsing: text) else { return [] }
    return try ReportIndex(report).resolve(reference).get().cells.map { address in
      let cell = report.cell(at: address)
      return "\(cell.line):\(cell.column) \(cell.text)"
    }
  }

  private func failure(_ text: String) throws -> ResolutionError? {
    guard case .reference(let reference) = try Expression(parsing: text),
      case .failure(let error) = ReportIndex(report).resolve(reference)
    else { return nil }
    return error
  }

  @Test(arguments: [
    ("支出[总计].合计", "10:5 46600151.46"), ("支出[total].total", "10:5 46600151.46"),
    ("表三[行政运行].基本支出", "7:26 19697632.49"), ("支出[2120101].基本支出", "7:26 19697632.49"),
    ("三公[因公出国（境）费].本年", "2:17 0.00"), ("三公[公务用车购置费].2020年预算数", "5:13 0.00"),
    ("三公[总计].2020", "7:4 14784.24"), ("三公[3、公务用车购置及运行维护费].本年", "4:21 0.00"),
    ("财政拨款[本年收入/一般公共预算拨款].收入金额", "3:13 46600151.46"),
    ("财政拨款[上年结转/一般公共预算拨款].收入金额", "6:13 "),
    ("财政拨款[收入总计].预算金额", "8:7 46600151.46"),
    ("明细[12345市民热线西城分中心热线服务项目经费].预算金额", "5:39 10122756.00"),
    ("明细[30201].预算金额", "4:32 697632.49"),
    ("明细[部门经济分类代码=30201].预算金额", "4:32 697632.49"),
    ("支出[科目名称=行政运行,末级].合计", "7:14 19697632.49"),
  ]) func oneCell(text: String, cell: String) throws {
    #expect(try names(text) == [cell])
  }

  @Test(arguments: [
    ("支出[级=1].合计", 2), ("支出[*].合计", 8), ("支出[末级].合计", 4), ("支出[科目编码=212*,级=3].合计", 3),
    ("明细[功能分类代码=2120199].预算金额", 5), ("明细[功能分类代码=2120101,项目名称=人员支出*].预算金额", 1),
    ("明细[功能分类代码=9999999].预算金额", 0),
  ]) func manyCells(text: String, count: Int) throws {
    #expect(try names(text).count == count)
  }

  @Test(arguments: [
    ("支処[总计].合计", ResolutionError.Reason.unknownTable, "没有叫“支処”的表"),
    ("支出[总计].合訃", .unknownColumn, "是否指“合计”"),
    ("支出[行政运作].合计", .rowMissing, "是否指“行政运行”"),
    ("支出[2120103].合计", .rowMissing, "是否指“2120101”或“2120102”？"),
    ("支出[213].合计", .rowMissing, "是否指“212”？"),
    ("文外.2020支処", .factMissing, "是否指“2020支出”"),
    ("财政拨款[一般公共预算拨款].收入金额", .ambiguous, "[本年收入/一般公共预算拨款]、[上年结转/一般公共预算拨款]"),
    ("明细[30299].预算金额", .ambiguous, "有 6 行"),
    ("支出.合计", .rowNotSaid, "8 行"), ("合计", .rowNotSaid, "没有写明"), ("支出[$].合计", .rowNotSaid, "$"),
  ]) func failures(text: String, reason: ResolutionError.Reason, words: String) throws {
    let error = try failure(text)
    #expect(error?.reason == reason)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  /// The samples have 表一, 表三, 表七 and 表九, among others; 表7 is one of them, 表17 is none.
  @Test(arguments: [
    ("表7[总计].上年", "没有叫“表7”的表。是否指“表七”？"), ("表７[总计].上年", "没有叫“表７”的表。是否指“表七”？"),
    ("表17[总计].上年", "没有叫“表17”的表。"), ("表十七[总计].上年", "没有叫“表十七”的表。"),
    ("三公[总计].２０２０年预算数", "是否指“2020年预算数”？"),
  ]) func otherWaysToWriteANumber(text: String, words: String) throws {
    #expect(try failure(text)?.message.hasSuffix(words) == true)
  }

  @Test func subjects() throws {
    let index = ReportIndex(report)
    let row = CheckSubject.row(table: 0, listing: 0, entry: 5)
    func cells(_ text: String, _ subject: CheckSubject) throws -> [String] {
      guard case .reference(let reference) = try Expression(parsing: text) else { return [] }
      var place: (table: Int, listing: Int)?
      if case .row(let table, let listing, _) = subject { place = (table, listing) }
      let plan = report.formSet.planner.plan(reference, for: place)
      var cells: [CellAddress] = []
      try index.append(try index.prepare(plan), for: subject, to: &cells)
      return cells.map { report.cell(at: $0).text }
    }
    #expect(try cells("基本支出", row) == ["19697632.49"])
    #expect(try cells("明细[功能分类代码=$].预算金额", row) == ["19000000.00", "697632.49"])
    #expect(try cells("明细[功能分类代码=$.科目编码].预算金额", row) == ["19000000.00", "697632.49"])
    #expect(try cells("支出[$].合计", .group("20103")) == ["922610.35"])
    // On the other side of a statement rows are found by their bare labels.
    let section = CheckSubject.row(table: 3, listing: 1, entry: 1)
    #expect(try cells("支出[级=2,科目名称=$].合计", section) == ["922610.35"])
    #expect(try cells("预算金额", section) == ["922610.35"])
  }

  @Test func absentTable() throws {
    let report = ReportBuilder()
      .table(Samples.threePublicForm, "", presence: .absent("没有公开")).build()
    guard case .reference(let reference) = try Expression(parsing: "三公[总计].本年"),
      case .failure(let error) = ReportIndex(report).resolve(reference)
    else {
      Issue.record("resolved")
      return
    }
    #expect(error.reason == .tableAbsent)
    #expect(error.isMissingInput)
  }

  @Test(arguments: [
    ("1、因公出国（境）费", "因公出国（境）费"), ("（一）一般公共预算拨款", "一般公共预算拨款"), ("收入总计：", "收入总计"),
    ("　其中；公务用车购置费", "公务用车购置费"), ("12345市民热线 西城", "12345市民热线西城"), ("1.5吨", "1.5吨"),
    ("其中：1.甲", "甲"), ("一般公共服务", "一般公共服务"), ("（在职）甲", "（在职）甲"), ("一、", "一、"), ("：", "："),
  ]) func bareNames(label: String, name: String) {
    #expect(RowName.bare(label) == name)
  }
}
