import Budget
import Foundation
@testable import Importing
import Loading
import Testing

/// Layouts that departments use: imported whole, with nothing lost.
struct LayoutTests {
  private func district(_ paths: String...) throws -> ImportedReport {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture("other-district.yml")))
    var findings: [Finding] = []
    let source = try #require(
      FormSetSource(
        id: "other", source: SourceText(file: "other.yml", bytes: Array(bytes)), into: &findings))
    return try Importer(tools: tools).report(
      ImportRequest(
        paths: paths, formSetID: "other", formSet: { source.resolved(for: $0) }, fiscalYear: 2022))
  }

  @Test func codesInThreeColumnsAreJoined() throws {
    let report = try district(fixture("other-district.xlsx"))
    #expect(report.balance.isBalanced, "\(report.balance)")
    #expect(
      try report.text("tables/revenue.csv") == """
        科目编码,科目名称,合计,一般公共预算,政府性基金预算
        201,一般公共服务支出,300.50,300.50,
        20103,政府办公厅,300.50,300.50,
        2010301,行政运行,200.25,200.25,
        2010350,事业运行,100.25,100.25,
        ,合计,300.50,300.50,

        """)
  }

  @Test func codesAreSplitWhereTheFormWantsThreeColumns() throws {
    let report = try district(fixture("other-district.xlsx"))
    #expect(
      try report.text("tables/expenditure.csv") == """
        类,款,项,科目名称,合计,基本支出,项目支出
        201,,,一般公共服务支出,300.50,200.25,100.25
        201,03,,政府办公厅,300.50,200.25,100.25
        201,03,01,行政运行,200.25,200.25,
        201,03,50,事业运行,100.25,,100.25
        ,,,合计,300.50,200.25,100.25

        """)
  }

  @Test func aWideTableUnderAnotherOnTheSameSheet() throws {
    let report = try district(fixture("other-district.xlsx"))
    #expect(
      try report.text("tables/three-public.csv") == """
        合计,因公出国（境）费,小计,购置费,运行费,公务接待费
        12.3456,0.00,10.00,0.00,10.00,2.3456

        """)
  }

  @Test func notesGoToTheDescription() throws {
    let text = try district(fixture("other-district.xlsx")).text("report.yml")
    #expect(text.contains("  revenue: 注：本表不含上年结转。\n"))
    #expect(text.contains("  three-public: 备注：按厉行节约要求压减。\n"))
  }

  @Test func aHiddenSheetIsKeptAside() throws {
    let report = try district(fixture("other-district.xlsx"))
    #expect(report.leftovers.map(\.what) == ["隐藏内容"])
    #expect(try report.text("leftovers/hidden-底稿.tsv").contains("不公开"))
  }

  @Test(arguments: [
    ("单位：千元", Budget.Unit.thousandYuan), ("金额单位：万元", .tenThousandYuan), ("（单位:人民币元）", .yuan),
    ("部门收支总表 单位：亿元", .hundredMillionYuan),
  ]) func units(line: String, unit: Budget.Unit) {
    #expect(Caption(line, forms: [])?.unit == unit)
  }

  @Test func aTableInAnotherUnitIsNotPutAmongTheOthers() throws {
    let report = try imported(fixture("ten-thousands.xlsx"))
    #expect(report.tables.filter(\.isWithheld).map(\.id) == ["expenditure"])
    #expect(!report.files.contains { $0.path == "tables/expenditure.csv" })
    #expect(try report.text("leftovers/expenditure.csv").contains(",总计,92.26,92.26,,,,"))
    #expect(report.remarks.contains { $0.message.contains("单位是万元") })
    #expect(report.balance.isBalanced)
  }

  @Test func numbersThatWordMakesArePartOfTheHeadings() throws {
    let report = try imported(fixture("numbered.docx"))
    #expect(
      try report.text("narrative.md") == """
        # 某某局2022年部门预算说明

        ## 一、部门职责

        ### （一）主要职责

        1. 负责甲事；
        2. 负责乙事。

        ### （二）人员情况

        \\*编制\\* 10人，\\[在职\\]9人。1. 不是列表

        ## 二、收支情况

        2022年收入预算10元。

        ![部门预算表](tables:)

        """)
    #expect(report.leftovers.map(\.what).sorted() == ["图片", "没有认出的表格（4 个有内容的单元格）", "页眉页脚"])
    #expect(report.files.contains { $0.path == "leftovers/picture-1.png" })
    #expect(report.balance.isBalanced)
  }

  @Test func repeatedHeadersAndContinuedTitlesAreJoined() throws {
    let report = try fromText(
      """
      2021年部门预算
      表五、一般公共预算支出情况表
      \t单位：元

      \t科目编码
      \t科目名称
      \t合计
      \t基本支出
      \t项目支出

      \t201
      \t一般公共服务支出
      \t1,000.00
      \t1,000.00
      \t


      续表五
      \t科目编码
      \t科目名称
      \t合计
      \t基本支出
      \t项目支出

      \t205
      \t教育支出
      \t2,000.00
      \t
      \t2,000.00
      \t多出的

      """)
    #expect(
      try report.text("tables/general-budget.csv") == """
        科目编码,科目名称,合计,基本支出,项目支出
        201,一般公共服务支出,1000.00,1000.00,
        205,教育支出,2000.00,,2000.00

        """)
    #expect(report.leftovers.map(\.text) == ["多出的"])
    #expect(report.balance.isBalanced, "\(report.balance)")
  }

  /// The same table of another department below the first, which is not one table with two totals.
  @Test func aTableThatIsThereTwiceIsNotJoined() throws {
    let table = { (label: String, amount: String) in
      """
      表五、一般公共预算支出情况表
      \t科目编码
      \t科目名称
      \t合计
      \t基本支出
      \t项目支出

      \t201
      \t\(label)
      \t\(amount)
      \t\(amount)
      \t

      \t总计
      \t
      \t\(amount)
      \t\(amount)
      \t


      """
    }
    let report = try fromText("2021年部门预算\n" + table("甲", "1.00") + table("乙", "2.00"))
    #expect(
      try report.text("tables/general-budget.csv") == """
        科目编码,科目名称,合计,基本支出,项目支出
        201,甲,1.00,1.00,
        总计,,1.00,1.00,

        """)
    #expect(report.remarks.count { $0.message.contains("前面已经读到一次") } == 1)
    #expect(report.leftovers.contains { $0.text.contains("乙 | 2.00 | 2.00") })
    #expect(report.balance.isBalanced, "\(report.balance)")
  }

  @Test func aNarrativeThatIsThereTwice() throws {
    let lines = [
      "本部门2021年收入预算比上年有所减少，主要原因是压缩开支。", "短句。",
      "本部门2021年支出预算比上年有所减少，主要原因是压缩开支。", "本部门2021年“三公”经费预算比上年有所减少，主要原因是压缩。",
    ]
    let text = lines.joined(separator: "\n")
    let once = try fromText("2021年部门预算\n\(text)\n\(lines[0])\n其他。\n\(lines[2])\n")
    #expect(!once.remarks.contains { $0.message.contains("写了两遍") })
    let twice = try fromText("2021年部门预算\n\(text)\n二、其他\n\(text)\n")
    let remark = try #require(twice.remarks.first { $0.message.contains("写了两遍") })
    // Line 1 is the title, 2 to 5 the text, 6 a heading.
    #expect(remark.place.description == "a.txt 第 7 行")
    #expect(remark.message.contains("从这里起有 3 段文字和前面（a.txt 第 2 行）的相同"))
    #expect(try twice.text("narrative.md").components(separatedBy: lines[0]).count == 3)
  }

  @Test func anotherNumberAndASlightlyDifferentTitle() throws {
    let report = try fromText(
      """
      2021年部门预算
      表十、一般公共预算“三公”经费支出表
      \t项目
      \t2020年预算数
      \t2021年预算数

      \t公务接待费
      \t14,784.24
      \t11,413.45

      """)
    #expect(try report.text("tables/three-public.csv").hasSuffix("公务接待费,14784.24,11413.45\n"))
    #expect(report.remarks.contains { $0.message.contains("标题") })
  }

  @Test func contentsFootnotesAndStyledHeadings() throws {
    let report = try imported(fixture("footnote.docx"))
    #expect(
      try report.text("narrative.md") == """
        # 北京市某某局2022年部门预算说明

        ## 目录

        - 第一部分 部门概况
        - 第二部分 收支情况

        ## 第一部分 部门概况

        本局有职工10人。

        ### 机构设置

        内设机构3个。

        ## 第二部分 收支情况

        2022年收入预算10元。

        1.只有一条。

        ![部门预算表](tables:)

        """)
    #expect(report.leftovers.map(\.what) == ["脚注"])
    #expect(report.leftovers.first?.text == "不含借调人员。")
  }

  @Test func linesOverATableThatItHasNoPlaceFor() throws {
    let report = try fromText(
      """
      2021年部门预算
      表七、一般公共预算“三公”经费支出情况表
      编制单位：某某局
      \t编制单位：某某局  单位：元

      \(threePublicRows)

      """)
    #expect(report.department == "某某局")
    #expect(report.leftovers.map(\.text) == ["编制单位：某某局", "编制单位：某某局  单位：元"])
    #expect(report.balance.isBalanced)
    #expect(report.remarks.isEmpty, "\(report.remarks)")
  }

  @Test func aNameThatUnzipWouldTakeForAPattern() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("import-name-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("-预算[1] 副本.docx").path
    try FileManager.default.copyItem(atPath: fixture("numbered.docx"), toPath: path)
    let report = try imported(path)
    #expect(try report.text("report.yml").contains("source: \"-预算[1] 副本.docx\""))
  }

  @Test func theSameFilesGiveTheSameReport() throws {
    let reports = try (0..<2).map { _ in
      try imported(fixture("numbered.docx"), sourceText, year: 2021)
    }
    #expect(reports[0].files == reports[1].files)
  }

  @Test func textInGB18030() throws {
    let report = try imported(fixture("gb18030.txt"))
    #expect(try report.text("narrative.md").contains("## 一、职责\n\n负责某事。"))
  }
}

/// The header of 表七 and one row, as Word saves them.
let threePublicRows = """
  \t项目
  \t2020年预算数
  \t2021年预算数

  \t公务接待费
  \t1.00
  \t2.00
  """

/// Imports a text as if it were a file.
func fromText(_ text: String) throws -> ImportedReport { try fromBytes(Array(text.utf8)) }

/// Imports the bytes of a text file.
func fromBytes(_ bytes: [UInt8]) throws -> ImportedReport {
  let source = try xicheng()
  let memory = ImportTools(
    run: tools.run, withTemporaryFolder: tools.withTemporaryFolder, write: tools.write,
    read: { _ in bytes }, decode: tools.decode)
  return try Importer(tools: memory).report(
    ImportRequest(
      paths: ["a.txt"], formSetID: "xicheng-2021", formSet: { source.resolved(for: $0) }))
}
