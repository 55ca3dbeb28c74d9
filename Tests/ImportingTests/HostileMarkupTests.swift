import Testing

@testable import Importing

/// Numbers in Office files that no program would write do not bring the tool down.
struct HostileMarkupTests {
  private func parse(_ xml: String) throws -> MarkupElement {
    try #require(MarkupElement.parse(Array(xml.utf8)))
  }

  @Test(arguments: ["upperLetter", "decimal", "chineseCounting", "decimalEnclosedCircle"])
  func listsThatStartAnywhere(_ format: String) throws {
    let list = """
      <numbering><abstractNum abstractNumId="1"><lvl ilvl="0"><start val="9223372036854775807"/>\
      <numFmt val="\(format)"/><lvlText val="%1."/></lvl></abstractNum>\
      <num numId="1"><abstractNumId val="1"/></num></numbering>
      """
    var numbering = WordNumbering(try parse(list))
    #expect(numbering.next("1", level: 0) == "9999.")
    #expect(numbering.next("1", level: 0) == "10000.")
  }

  @Test func indentations() throws {
    let most = try parse("<pPr><ind left=\"9223372036854775807\" firstLineChars=\"200\"/></pPr>")
    #expect(WordStyles.indentation(most) == 204)
    let least = try parse("<pPr><ind left=\"-9223372036854775808\"/></pPr>")
    #expect(WordStyles.indentation(least) == 0)
  }

  @Test func rowsAndMergesOutsideTheSheet() throws {
    let sheet = """
      <worksheet><sheetData><row r="-9223372036854775808"><c r="A1" t="str"><v>甲</v></c></row>\
      <row r="99999999999"><c r="ZZZZZZ9" t="str"><v>乙</v></c></row></sheetData>\
      <mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>
      """
    let reader = SheetReader(name: "一", file: "a.xlsx", strings: [], styles: WorkbookStyles(nil))
    let grid = try #require(try reader.grids(parse(sheet)).shown)
    #expect(grid.cells.map(\.text) == ["甲", "乙"])
    #expect(grid.height == 2)
  }

  @Test func aTableTooWideToLayOut() throws {
    let wide = String(repeating: "\t1", count: 5000) + "\n\n"
    let high = String(repeating: "\t1\n\n", count: 1000)
    #expect(throws: ImportFailure.self) {
      try TabbedTextReader.document(wide + high, file: "a.txt")
    }
  }

  /// Word has nine levels, and a number's sign one digit: `%10` is `%1` before a zero.
  @Test func levelsThatWordDoesNotHave() throws {
    let levels = [0, 1, 8, 9, Int.max, Int.min].map {
      "<lvl ilvl=\"\($0)\"><start val=\"2\"/><lvlText val=\"%1.%2.%10.%3%%\"/></lvl>"
    }
    let list =
      "<numbering><abstractNum abstractNumId=\"1\">" + levels.joined()
      + "</abstractNum><num numId=\"1\"><abstractNumId val=\"1\"/></num></numbering>"
    var numbering = WordNumbering(try parse(list))
    #expect(numbering.next("1", level: 8) == "2.2.20.%3%%")
    #expect(numbering.next("1", level: 0) == "2.2.20.%3%%")
    #expect(numbering.next("1", level: 0) == "3.2.30.%3%%")
    for level in [9, Int.max, Int.min] { #expect(numbering.next("1", level: level) == "") }
  }

  @Test(arguments: [
    ("heading 1", 1), ("heading 9", 9), ("标题 2", 2), ("heading 0", nil), ("heading -5", nil),
    ("heading 10", nil), ("heading 9223372036854775807", nil),
  ])
  func headingStyles(_ name: String, _ level: Int?) throws {
    let styles = WordStyles(
      try parse(
        "<styles><style type=\"paragraph\" styleId=\"a\"><name val=\"\(name)\"/></style></styles>"))
    let role = styles.role(try parse("<pPr><pStyle val=\"a\"/></pPr>"))
    #expect(role == level.map { .heading($0) } ?? .body)
  }

  /// A line under a table that numbers itself beyond all numbers.
  @Test(arguments: ["注：第9223372036854775807部分。", "注：第1000部分。"])
  func notesWithLargeNumbers(_ note: String) throws {
    #expect(OutlineNumber("第9223372036854775807部分") == nil)
    let report = try fromText(
      """
      2021年部门预算
      表七、一般公共预算“三公”经费支出情况表
      编制单位：某某局  单位：元

      \(threePublicRows)

      \(note)

      """)
    #expect(try report.text("report.yml").contains(note))
  }

  @Test func depthIsLimited() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(MarkupElement.parse(Array(deep.utf8)) == nil)
  }
}
