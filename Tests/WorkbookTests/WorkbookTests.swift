import Testing

@testable import Workbook

struct WorkbookTests {
  /// The XML of a sheet's rows, from `<sheetData>` to what follows it.
  private func rows(_ write: (inout SheetWriter) -> Void) -> String {
    var writer = SheetWriter(xml: [], styles: StyleSheet())
    write(&writer)
    writer.finish()
    return String(decoding: writer.xml, as: UTF8.self)
  }

  @Test func numbersKeepTheirDigits() {
    let xml = rows { sheet in
      sheet.beginRow()
      sheet.number(0, Array("60646633.13".utf8), sheet.style(CellStyle(decimals: 2)))
    }
    #expect(xml == "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>60646633.13</v></c></row></sheetData>")
  }

  @Test func wordsAreNeverFormulasOrMarkup() {
    let xml = rows { sheet in
      sheet.beginRow(height: 30)
      sheet.text(1, "=1+1<&>\"", sheet.style(CellStyle()))
      sheet.blank(2, sheet.style(CellStyle()))
    }
    #expect(
      xml == "<row r=\"1\" ht=\"30\" customHeight=\"1\"><c r=\"B1\" s=\"0\" t=\"inlineStr\"><is><t>"
        + "=1+1&lt;&amp;&gt;&quot;</t></is></c><c r=\"C1\" s=\"0\"/></row></sheetData>")
  }

  @Test(arguments: [
    ("一\u{1}二", "一_x0001_二"), ("a\rb", "a_x000D_b"), ("_x0001_", "_x005F_x0001_"),
    ("_x001_", "_x001_"), ("_xZZZZ_", "_xZZZZ_"), ("\u{FFFE}x", "_xFFFE_x"),
    ("x\u{FFFF}", "x_xFFFF_"), ("（全角，\u{FFFD}）", "（全角，\u{FFFD}）"), ("a\tb", "a\tb"),
  ]) func whatXMLCannotHoldIsEscaped(words: String, expected: String) {
    var xml: [UInt8] = []
    xml.text(words)
    #expect(String(decoding: xml, as: UTF8.self) == expected)
  }

  @Test func spaceAtTheEndsAndNewLinesAreKept() {
    let xml = rows { sheet in
      sheet.beginRow()
      sheet.text(0, " a", sheet.style(CellStyle()))
      sheet.text(1, "a\nb", sheet.style(CellStyle()))
    }
    #expect(xml.contains("<t xml:space=\"preserve\"> a</t>"))
    #expect(xml.contains("<t xml:space=\"preserve\">a\nb</t>"))
  }

  @Test func mergedCellsAreNamedByTheirCorners() {
    let xml = rows { sheet in
      sheet.beginRow()
      sheet.beginRow()
      sheet.merge(from: 1, columns: 3, rows: 2)
      sheet.merge(from: 0, columns: 1)
    }
    #expect(xml.hasSuffix("<mergeCells count=\"1\"><mergeCell ref=\"B2:D3\"/></mergeCells>"))
  }

  @Test(arguments: [
    (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
    (16_383, "XFD"),
  ]) func columnsHaveLetters(column: Int, expected: String) {
    #expect(String(decoding: CellName.letters(column), as: UTF8.self) == expected)
  }

  @Test func sheetNamesAreMadeAllowedAndDifferent() {
    let long = String(repeating: "表", count: 40)
    #expect(
      SheetName.allowed(for: ["表一 [收支]/总表", "'引'", "", "a", "A", long, long, "History"]) == [
        "表一 （收支）-总表", "引", "Sheet", "a", "A (2)", String(repeating: "表", count: 31),
        String(repeating: "表", count: 27) + " (2)", "History (2)",
      ])
  }

  @Test func sameStylesShareANumber() {
    var styles = StyleSheet()
    let bold = styles.id(of: CellStyle(font: .bold, decimals: 2))
    #expect(styles.id(of: CellStyle()).index == 0)
    #expect(styles.id(of: CellStyle(font: .bold, decimals: 2)) == bold)
    #expect(styles.id(of: CellStyle(font: .bold, decimals: 0)) != bold)
    #expect(styles.id(of: CellStyle(font: .bold, indent: 15)).index == 3)
    #expect(styles.id(of: CellStyle(font: .bold, indent: 99)).index == 3)
  }

  @Test func aWorkbookIsTheSameEveryTime() {
    let workbook = Workbook(
      title: "题", creator: "",
      sheets: [
        Sheet(
          name: "表'一",
          setup: SheetSetup(
            columnWidths: [10.5], frozenRows: 1, frozenColumns: 1, repeatedRows: 0..<1)
        ) {
          $0.beginRow()
        }
      ])
    let bytes = workbook.bytes() ?? []
    #expect(!bytes.isEmpty && bytes == workbook.bytes())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(">'表''一'!$1:$1</definedName>"))
    #expect(
      text.contains(
        "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" "
          + "state=\"frozen\"/>"))
    #expect(Workbook(title: "", creator: "", sheets: []).bytes() == nil)
  }
}
