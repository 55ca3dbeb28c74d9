import Budget
import Loading
import Testing

@testable import Importing

/// Tables below each other on a sheet, the second without a title.
struct StackedTablesTests {
  private static let header = "科目编码|科目名称|合计|基本支出|项目支出"
  private static let first = """
    一般公共预算支出情况表
    \(header)
    201|一般公共服务支出|300.50|200.25|100.25
    205|教育支出|100.00|100.00|
    """
  private static let total = "总计||400.50|300.25|100.25"

  /// What is found on a sheet of these lines, whose cells `|` divides; a line without any is blank.
  private func tables(_ text: String) throws -> RecognisedTables {
    let formSet = try xicheng().resolved(for: 2021)
    var cells: [Grid.Cell] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in lines.enumerated() {
      let texts = line.split(separator: "|", omittingEmptySubsequences: false)
      for (column, words) in texts.enumerated() where !words.isEmpty {
        cells.append(
          Grid.Cell(
            text: String(words), row: row, column: column,
            place: Place(file: "a.xlsx", within: "第 \(row + 1) 行")))
      }
    }
    return TableRecogniser.tables(
      in: [.table(Grid(cells: cells, knowsSpans: true, sheet: "一"))], formSet: formSet)
  }

  private func rows(_ tables: RecognisedTables) -> [[String]] {
    tables.tables.count == 1 ? tables.tables.values.flatMap(\.rows) : []
  }

  /// The remarks but those on the first table.
  private func remarks(_ tables: RecognisedTables) -> [String] {
    tables.remarks.filter { $0.place.within != "第 1 行" }.map { "\($0.place.within)：\($0.message)" }
  }

  @Test(
    "A table that no form knows is kept aside",
    arguments: [
      "姓名|职务|联系电话|人数\n张三|科长|6601|3", "项目|金额\n办公费|5.50",
      "科目编码|科目名称|合计|上年数|本年数\n201|一般公共服务支出|3.00|1.00|2.00",
      "姓名|职务|联系方式\n||电话|人数\n张三|科长|6601|3",
    ])
  func stranger(lines: String) throws {
    let found = try tables([Self.first, Self.total, "", "", lines].joined(separator: "\n"))
    #expect(rows(found).map { $0[2] } == ["300.50", "100.00", "400.50"])
    #expect(remarks(found).count == 1)
    #expect(remarks(found).first?.hasPrefix("第 8 行：空行下面是另一个表头") == true)
    #expect(found.leftovers.count == 1)
  }

  @Test("The table behind it is read again, and notes of the first stay with it")
  func behindAStranger() throws {
    let third = "政府性基金预算支出情况表\n\(Self.header)\n208|社保|7.00|7.00|\n总计||7.00|7.00|"
    let found = try tables(
      [Self.first, Self.total, "注：不含上年结转。", "", "项目|金额\n办公费|5.50", "", third]
        .joined(separator: "\n"))
    #expect(found.tables.values.map(\.rows.count).sorted() == [2, 3])
    #expect(found.tables.values.flatMap(\.notes) == ["注：不含上年结转。"])
    #expect(found.leftovers.map(\.text) == ["项目 | 金额 | 办公费 | 5.50"])
  }

  @Test("The same header behind the total is another table")
  func behindTheTotal() throws {
    let second = "\(Self.header)\n208|社保|7.00|7.00|\n总计||7.00|7.00|"
    let found = try tables([Self.first, Self.total, "", second].joined(separator: "\n"))
    #expect(rows(found).map { $0[0] } == ["201", "205", "总计"])
    #expect(remarks(found).count == 1 && remarks(found)[0].contains("前面已经读到一次"))
    #expect(found.leftovers.count == 1)
  }

  @Test("The same header without a total before it goes on, and is asked about behind a blank row")
  func nextPage() throws {
    let second = "\(Self.header)\n208|社保|7.00|7.00|"
    for (between, isAsked) in [("", false), ("\n", true), ("\n续表\n", false)] {
      let found = try tables(Self.first + "\n" + between + second + "\n" + Self.total)
      #expect(rows(found).map { $0[0] } == ["201", "205", "208", "总计"])
      #expect(remarks(found).count == (isAsked ? 1 : 0), "\(remarks(found))")
      #expect(remarks(found).allSatisfy { $0.hasPrefix("第 6 行：空行下面又有同样的表头") })
      #expect(found.leftovers.isEmpty)
    }
  }

  @Test("Columns in another order are read as the header over them says")
  func movedColumns() throws {
    let found = try tables(
      Self.first + "\n\n科目编码|科目名称|合计|项目支出|基本支出\n208|社保|7.00|6.00|1.00")
    #expect(rows(found).last == ["208", "社保", "7.00", "1.00", "6.00"])
    #expect(found.leftovers.isEmpty)
  }

  @Test("Other columns are another table's")
  func otherColumns() throws {
    let found = try tables(Self.first + "\n\n科目编码|科目名称|合计|项目支出\n208|社保|7.00|7.00")
    #expect(rows(found).map { $0[0] } == ["201", "205"])
    #expect(remarks(found).count == 1 && remarks(found)[0].contains("前面已经读到一次"))
    #expect(found.leftovers.count == 1)
  }

  @Test(
    "A blank row alone divides nothing",
    arguments: [
      "208|社保|7.00|7.00|", "208|社保|暂无|暂无|\n209|卫生|1.00|1.00|", "|其他支出|无||\n209|卫生|1.00|1.00|",
      "总计||——|——|\n209|卫生|1.00|1.00|", "|其他支出|||\n209|卫生|1.00|1.00|", "单位负责人|财务负责人|填表人员",
    ])
  func paddedTables(lines: String) throws {
    let found = try tables(Self.first + "\n\n" + lines)
    #expect(rows(found).count == 2 + lines.split(separator: "\n").count)
    #expect(remarks(found).isEmpty && found.leftovers.isEmpty)
  }
}
