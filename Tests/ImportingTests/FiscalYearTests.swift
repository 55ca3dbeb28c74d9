@testable import Importing
import Loading
import Testing

/// Which year a budget is of, and when a person is asked.
struct FiscalYearTests {
  /// The table that compares with last year, as the site's own workbook has it: last year first.
  private let comparison = "表七、一般公共预算“三公”经费支出情况表\n\(threePublicRows)\n"

  private func report(
    _ files: KeyValuePairs<String, String>, folder: String = "", year: Int? = nil
  ) throws -> ImportedReport {
    let source = try xicheng()
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.key, Array($0.value.utf8)) })
    let memory = ImportTools(
      run: tools.run, withTemporaryFolder: tools.withTemporaryFolder, write: tools.write,
      read: { texts[$0] }, decode: tools.decode)
    return try Importer(tools: memory).report(
      ImportRequest(
        paths: files.map(\.key), formSetID: "xicheng-2021",
        formSet: { source.resolved(for: $0) }, fiscalYear: year, folder: folder))
  }

  private func doubt(
    _ files: KeyValuePairs<String, String>, folder: String = ""
  ) throws -> String {
    let failure = #expect(throws: ImportFailure.self) { try report(files, folder: folder) }
    #expect(failure?.cause == .content)
    return try #require(failure).description
  }

  // MARK: What counts

  @Test func ofTwoColumnsThatCompareYearsTheLaterIsThisYears() throws {
    let report = try report(["a.txt": comparison])
    #expect(report.fiscalYear == 2021)
    #expect(
      try report.text("tables/three-public.csv") == "项目,2020年预算数,2021年预算数\n公务接待费,1.00,2.00\n")
  }

  @Test(arguments: [
    ("2021年部门预算表.txt", 2021), ("2021部门预算.txt", 2021), ("预算公开表（2021）.txt", 2021),
    ("2020-2021年预算.txt", 2021), ("2022年公开2021年度部门决算.txt", 2021),
  ])
  func aFileNameNamesTheYear(_ name: String, _ year: Int) throws {
    #expect(try report([name: "单位：元\n负责某事。"]).fiscalYear == year)
  }

  @Test(arguments: [
    "20200203.txt", "2020年12月报送.txt", "2020-12-03.txt", "2020.1.3.txt", "12020.txt",
  ])
  func aDateInAFileNameNamesNoYear(_ name: String) throws {
    #expect(try report([name: comparison]).fiscalYear == 2021)
    #expect(try doubt([name: "负责某事。"]).contains("看不出是哪一年的预算"))
  }

  @Test(arguments: ["2021", "2021-imported", "2021/xicheng", "xicheng/2021"])
  func theFolderNamesTheYear(_ folder: String) throws {
    #expect(try report(["a.txt": "负责某事。"], folder: folder).fiscalYear == 2021)
  }

  @Test func aLineOverATableNamesTheYear() throws {
    let text = "表七、一般公共预算“三公”经费支出情况表\n（2021年度）\n\t项目\n\t金额\n\n\t2020年预算\n\t1.00\n"
    #expect(try report(["a.txt": text]).fiscalYear == 2021)
  }

  /// Words in the cells of a sheet, a cell to a row: a table with one column.
  @Test func aCoverNamesTheYear() throws {
    let cover = "\t某某局\n\n\t2021年\n\n\t部门预算公开表\n\n\t2020年12月\n"
    #expect(try report(["a.txt": cover + "\n说明。\n" + comparison]).fiscalYear == 2021)
    let message = try doubt(["2022年预算.txt": cover])
    #expect(message.contains("标题“某某局2021年部门预算公开表”写的是 2021 年"))
  }

  @Test func headingsLookBackAndNotAhead() throws {
    let text = "某某局\n一、2020年部门预算执行情况\n负责某事。\n二、2021年部门预算安排\n负责他事。\n"
    #expect(try report(["a.txt": text]).fiscalYear == 2021)
    let review = "某某局\n一、2020年部门预算执行情况\n负责某事。\n"
    #expect(try report(["2021年预算.txt": review]).fiscalYear == 2021)
  }

  @Test func aTitleOfTwoYearsIsOfTheLater() throws {
    let text = "2020年预算执行情况和2021年预算草案的报告\n2020年预算执行完毕。2020年预算有结余。\n"
    #expect(try report(["a.txt": text]).fiscalYear == 2021)
  }

  @Test func aDateIsNoYear() throws {
    let text = "某某局部门预算\n2020年12月3日\n编制2021年收入预算。\n1998年成立，1998年挂牌。\n"
    #expect(try report(["a.txt": text]).fiscalYear == 2021)
  }

  /// A project of next year, and a cell with a year alone, are no columns.
  @Test func cellsOfATableAreNoHeaders() throws {
    let rows = "\n\t2022年预算编制工作经费\n\t1.00\n\t2.00\n\n\t完成时间\n\t2022年\n\t3.00\n"
    #expect(try report(["2021年预算.txt": comparison + rows]).fiscalYear == 2021)
  }

  @Test func theOrderOfTheFilesDoesNotMatter() throws {
    let title = "2021年部门预算\n2020年预算1元。\n"
    let forth = try report(["a.txt": comparison, "b.txt": title])
    let back = try report(["b.txt": title, "a.txt": comparison])
    #expect([forth.fiscalYear, back.fiscalYear] == [2021, 2021])
    let old = "2020年部门预算\n负责某事。\n"
    #expect(
      try doubt(["a.txt": title, "b.txt": old]).split(separator: "\n").sorted().dropLast()
        == doubt(["b.txt": old, "a.txt": title]).split(separator: "\n").sorted().dropLast())
  }

  // MARK: What is at odds

  @Test func aTitleAndANameAtOddsAreAskedAbout() throws {
    let files: KeyValuePairs = ["说明.txt": "2021年部门预算编制说明\n负责某事。\n", "2022年部门预算表.txt": comparison]
    #expect(
      try doubt(files, folder: "xicheng/2020") == """
        年度前后不一致，没有导入：
          说明.txt 第 1 行：标题“2021年部门预算编制说明”写的是 2021 年
          2022年部门预算表.txt：文件名写的是 2022 年
          xicheng/2020：文件夹名写的是 2020 年
        请核对是不是拿错了文件，或写错了 --output；都没有错，就加上 --year 2020 或 --year 2021 或 --year 2022，指明年度。
        """)
  }

  @Test func theUsersYearCountsMostAndWhatDiffersIsSaid() throws {
    let files: KeyValuePairs = ["说明.txt": "2021年部门预算编制说明\n负责某事。\n", "2022年部门预算表.txt": comparison]
    let report = try report(files, folder: "2022", year: 2021)
    #expect(report.fiscalYear == 2021)
    #expect(
      report.remarks.map { "\($0.place)：\($0.message)" } == [
        "2022年部门预算表.txt：文件名写的是 2022 年，报告按 2021 年导入；请核对。",
        "2022：文件夹名写的是 2022 年，报告按 2021 年导入；请核对。",
      ])
  }

  /// Last year's workbook with this year's words.
  @Test func tablesOfAnotherYearAreAskedAbout() throws {
    let old = "表十二、部门整体支出绩效目标申报表\n（2020年度）\n\t项目\n\t金额\n"
    let message = try doubt(["a.txt": "2021年部门预算\n负责某事。\n", "b.txt": old])
    #expect(message.contains("b.txt 第 2 行：表上的标题“（2020年度）”写的是 2020 年"))
  }

  /// They would be read as of last year and this year, whichever each is more like.
  @Test func columnsOfEarlierYearsAreAskedAbout() throws {
    let message = try doubt(["a.txt": "2022年部门预算\n负责某事。\n" + comparison])
    #expect(message.contains("a.txt 第 1 行：标题“2022年部门预算”写的是 2022 年"))
    #expect(message.contains("表头“2021年预算数”写的是 2021 年"))
    let sentence = try doubt(["a.txt": "说明。\n编制2022年部门预算。\n" + comparison])
    #expect(sentence.contains("a.txt 第 2 行：正文“编制2022年部门预算。”写的是 2022 年"))
    #expect(sentence.contains("--year 2021 或 --year 2022"))
    // One of them is last year's beside a column that names no year.
    let one = "表七、一般公共预算“三公”经费支出情况表\n\t项目\n\t2020年预算数\n\t本年预算数\n\n\t公务接待费\n\t1.00\n\t2.00\n"
    #expect(try report(["a.txt": "2021年部门预算\n负责某事。\n" + one]).fiscalYear == 2021)
  }

  /// The line that everybody forgets to change.
  @Test func aStaleLineOverOneTableIsRemarkedOn() throws {
    let text = comparison + "\n表十二、部门整体支出绩效目标申报表\n（2020年度）\n\t项目\n\t金额\n"
    let report = try report(["2021年部门预算.txt": text])
    #expect(report.fiscalYear == 2021)
    #expect(
      report.remarks.first?.message == "表上的标题“（2020年度）”写的是 2020 年，报告按 2021 年导入；请核对。")
  }

  @Test func aColumnOfALaterYearThanTheNameSaysIsAskedAbout() throws {
    let message = try doubt(["2020年预算.txt": comparison])
    #expect(message.contains("2020年预算.txt：文件名写的是 2020 年"))
    #expect(message.contains("表头“2021年预算数”写的是 2021 年"))
  }

  @Test func linesOverTablesThatDisagreeAreOutvotedOrAskedAbout() throws {
    let table = { (title: String) in "\(title)\n\t项目\n\t金额\n\n说明。\n" }
    let two = table("2020年收入表") + table("2021年支出表")
    #expect(try doubt(["a.txt": two]).contains("--year 2020 或 --year 2021"))
    let report = try report(["a.txt": two + table("2021年项目表")])
    #expect(report.fiscalYear == 2021)
    #expect(report.remarks.contains { $0.message.contains("“2020年收入表”写的是 2020 年") })
  }
}
