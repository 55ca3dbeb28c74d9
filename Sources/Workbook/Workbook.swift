/// A workbook in the format of Excel, `.xlsx` (Office Open XML, ECMA-376).
///
/// This module writes what tables of figures need and nothing else: numbers, words, merged cells,
/// a few styles, frozen panes and print set-up. No formulas, no macros, no links.
///
/// It is written here, not taken from a library, for the sake of one promise: on Debian with Swift
/// and libcmark, `swift run sitegen` works. libxlsxwriter would be one more package to install
/// before anything builds, and no Swift package for zip or `.xlsx` is kept well enough to rely on.
/// The price is small, because the format is XML in a zip file and a zip file may hold its entries
/// stored, without compression: it then is lengths, checksums and the bytes themselves. Files are
/// some ten times larger than compressed ones, and cost no time to compress.
///
/// The same workbook gives the same bytes, on every machine and at every time.
public struct Workbook {
  private let title: String
  private let creator: String
  private let sheets: [Sheet]
  private let names: [String]

  /// A workbook with a title and a creator for its properties, which may be empty.
  public init(title: String, creator: String, sheets: [Sheet]) {
    self.title = title
    self.creator = creator
    self.sheets = sheets
    names = SheetName.allowed(for: sheets.map(\.name))
  }

  /// The file; `nil` if it would be larger than 4 GB, or there is no sheet, without which it would
  /// not be a workbook.
  public func bytes() -> [UInt8]? {
    guard !sheets.isEmpty else { return nil }
    var archive = ZipArchive(capacity: 1 << 16)
    var styles = StyleSheet()
    // Programs that guess a file's type look at the first entries.
    archive.add("[Content_Types].xml") { contentTypes(into: &$0) }
    archive.add("_rels/.rels") { $0.raw(Self.relationships) }
    archive.add("docProps/core.xml") { properties(into: &$0) }
    archive.add("xl/workbook.xml") { workbook(into: &$0) }
    archive.add("xl/_rels/workbook.xml.rels") { workbookRelationships(into: &$0) }
    for index in sheets.indices {
      archive.add("xl/worksheets/sheet\(index + 1).xml") { xml in
        sheet(index, styles: &styles, into: &xml)
      }
    }
    archive.add("xl/styles.xml") { styles.write(into: &$0) }
    return archive.finish()
  }

  private func sheet(_ index: Int, styles: inout StyleSheet, into xml: inout [UInt8]) {
    let sheet = sheets[index]
    xml.raw(XMLPart.declaration)
    xml.raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    sheet.setup.writeHead(isFirst: index == 0, into: &xml)
    xml.raw("<sheetData>")
    // The writer takes the bytes over and gives them back, so that nothing is copied.
    var writer = SheetWriter(xml: [], styles: StyleSheet())
    swap(&writer.xml, &xml)
    swap(&writer.styles, &styles)
    sheet.rows(&writer)
    writer.finish()
    swap(&writer.styles, &styles)
    swap(&writer.xml, &xml)
    sheet.setup.writeFoot(into: &xml)
    xml.raw("</worksheet>")
  }

  private func workbook(into xml: inout [UInt8]) {
    xml.raw(XMLPart.declaration)
    xml.raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" ")
    xml.raw("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    xml.raw("<bookViews><workbookView/></bookViews><sheets>")
    for (index, name) in names.enumerated() {
      xml.raw("<sheet name=\"")
      xml.text(name)
      xml.raw("\" sheetId=\"")
      xml.number(index + 1)
      xml.raw("\" r:id=\"rId")
      xml.number(index + 1)
      xml.raw("\"/>")
    }
    xml.raw("</sheets>")
    printTitles(into: &xml)
    xml.raw("</workbook>")
  }

  /// The rows that printed pages repeat are a name that the workbook defines for each sheet.
  private func printTitles(into xml: inout [UInt8]) {
    guard sheets.contains(where: { !$0.setup.repeatedRows.isEmpty }) else { return }
    xml.raw("<definedNames>")
    for (index, sheet) in sheets.enumerated() where !sheet.setup.repeatedRows.isEmpty {
      xml.raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
      xml.number(index)
      xml.raw("\">'")
      for part in names[index].split(separator: "'", omittingEmptySubsequences: false).enumerated()
      {
        if part.offset > 0 { xml.raw("''") }
        xml.text(String(part.element))
      }
      xml.raw("'!$")
      xml.number(sheet.setup.repeatedRows.lowerBound + 1)
      xml.raw(":$")
      xml.number(sheet.setup.repeatedRows.upperBound)
      xml.raw("</definedName>")
    }
    xml.raw("</definedNames>")
  }

  private func workbookRelationships(into xml: inout [UInt8]) {
    xml.raw(XMLPart.declaration)
    xml.raw(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    for index in sheets.indices {
      xml.raw("<Relationship Id=\"rId")
      xml.number(index + 1)
      xml.raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
      xml.raw("worksheet\" Target=\"worksheets/sheet")
      xml.number(index + 1)
      xml.raw(".xml\"/>")
    }
    xml.raw("<Relationship Id=\"rId")
    xml.number(sheets.count + 1)
    xml.raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
    xml.raw("styles\" Target=\"styles.xml\"/></Relationships>")
  }

  private func contentTypes(into xml: inout [UInt8]) {
    xml.raw(XMLPart.declaration)
    xml.raw(Self.contentTypesStart)
    for index in sheets.indices {
      xml.raw("<Override PartName=\"/xl/worksheets/sheet")
      xml.number(index + 1)
      xml.raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.")
      xml.raw("spreadsheetml.worksheet+xml\"/>")
    }
    xml.raw("</Types>")
  }

  /// No date is among the properties: there is no clock here.
  private func properties(into xml: inout [UInt8]) {
    xml.raw(XMLPart.declaration)
    xml.raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/")
    xml.raw("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
    xml.text(title)
    xml.raw("</dc:title><dc:creator>")
    xml.text(creator)
    xml.raw("</dc:creator></cp:coreProperties>")
  }

  private static let contentTypesStart: StaticString = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/docProps/core.xml" \
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    <Override PartName="/xl/workbook.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
    <Override PartName="/xl/styles.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
    """

  private static let relationships: StaticString = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="xl/workbook.xml"/>\
    <Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """
}
