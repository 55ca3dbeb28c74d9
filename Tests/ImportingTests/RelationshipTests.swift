import Testing

@testable import Importing

/// Parts of an Office file are found by their relationships.
struct RelationshipTests {
  /// Tools whose `unzip` knows one archive.
  private func tools(_ members: [String: String]) -> ImportTools {
    ImportTools(
      run: { _, arguments, _ in
        let text =
          arguments[0] == "-Z1"
          ? members.keys.joined(separator: "\n") : members[arguments.last ?? ""] ?? ""
        return ImportTools.Output(status: 0, bytes: Array(text.utf8))
      },
      withTemporaryFolder: { try $0("/tmp") }, write: { _, _ in }, read: { _ in nil },
      decode: { _ in nil })
  }

  private func relationships(_ links: [(id: String, type: String, target: String)]) -> String {
    "<Relationships>"
      + links.map {
        "<Relationship Id=\"\($0.id)\" Type=\"a/\($0.type)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private static let ids = (1...9).map { "rId\($0)" }

  /// Of several parts of one kind the one with the first id is read, whatever the order of a hash.
  @Test func severalDocumentsInAWordFile() throws {
    var members = [
      "_rels/.rels": relationships(
        Self.ids.reversed().map { ($0, "officeDocument", "word/\($0).xml") })
    ]
    for id in Self.ids {
      members["word/\(id).xml"] = "<document><body><p><r><t>\(id)</t></r></p></body></document>"
    }
    let archive = try Archive(path: "a.docx", file: "a.docx", tools: tools(members))
    let document = try WordReader.document(archive)
    guard case .paragraph(let paragraph)? = document.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text == "rId1")
  }

  @Test func severalListsOfWordsInAWorkbook() throws {
    var members = [
      "xl/_rels/workbook.xml.rels": relationships(
        Self.ids.reversed().map { ($0, "sharedStrings", "\($0).xml") }
          + [("sheet", "worksheet", "worksheets/sheet1.xml")]),
      "xl/workbook.xml":
        "<workbook><sheets><sheet name=\"一\" id=\"sheet\"/></sheets></workbook>",
      "xl/worksheets/sheet1.xml": """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>\
      <row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row></sheetData></worksheet>
      """,
    ]
    for id in Self.ids { members["xl/\(id).xml"] = "<sst><si><t>\(id)</t></si></sst>" }
    let archive = try Archive(path: "a.xlsx", file: "a.xlsx", tools: tools(members))
    let document = try WorkbookReader.document(archive)
    let texts = document.blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let grid): grid.cells.map(\.text)
      }
    }
    #expect(texts == ["rId1", "1", "2", "3"])
  }
}
