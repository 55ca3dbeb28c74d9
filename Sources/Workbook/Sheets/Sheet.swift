/// A sheet of a workbook.
public struct Sheet {
  /// The name on its tab, as wished; see ``SheetName``.
  public let name: String
  /// How it is shown and printed.
  public let setup: SheetSetup
  /// Writes the rows, from top to bottom.
  public let rows: (inout SheetWriter) -> Void

  /// A sheet of the rows that `rows` writes.
  public init(name: String, setup: SheetSetup, rows: @escaping (inout SheetWriter) -> Void) {
    self.name = name
    self.setup = setup
    self.rows = rows
  }
}

/// How a sheet is shown and printed. On paper it is always A4, as many pages high as it takes and
/// one page wide.
public struct SheetSetup: Sendable {
  /// The widths of the columns, in widths of a digit; a Chinese character takes two.
  public var columnWidths: [Double]
  /// How many rows at the top stay where they are while the others move.
  public var frozenRows: Int
  /// How many columns at the left stay where they are.
  public var frozenColumns: Int
  /// The rows, from 0, that every printed page repeats.
  public var repeatedRows: Range<Int>
  /// Whether the paper lies on its long side.
  public var isLandscape: Bool

  /// A sheet with columns of these widths.
  public init(
    columnWidths: [Double], frozenRows: Int = 0, frozenColumns: Int = 0,
    repeatedRows: Range<Int> = 0..<0, isLandscape: Bool = false
  ) {
    self.columnWidths = columnWidths
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.repeatedRows = repeatedRows
    self.isLandscape = isLandscape
  }

  /// Appends what stands before the rows.
  func writeHead(isFirst: Bool, into xml: inout [UInt8]) {
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView ")
    if isFirst { xml.raw("tabSelected=\"1\" ") }
    xml.raw("workbookViewId=\"0\"")
    if frozenRows > 0 || frozenColumns > 0 {
      xml.raw(">")
      writePane(into: &xml)
      xml.raw("</sheetView>")
    } else {
      xml.raw("/>")
    }
    xml.raw("</sheetViews><sheetFormatPr defaultRowHeight=\"18\" customHeight=\"1\"/>")
    guard !columnWidths.isEmpty else { return }
    xml.raw("<cols>")
    for (index, width) in columnWidths.enumerated() {
      xml.raw("<col min=\"")
      xml.number(index + 1)
      xml.raw("\" max=\"")
      xml.number(index + 1)
      xml.raw("\" width=\"")
      xml.append(contentsOf: String(width).utf8)
      xml.raw("\" customWidth=\"1\"/>")
    }
    xml.raw("</cols>")
  }

  private func writePane(into xml: inout [UInt8]) {
    xml.raw("<pane")
    if frozenColumns > 0 {
      xml.raw(" xSplit=\"")
      xml.number(frozenColumns)
      xml.raw("\"")
    }
    if frozenRows > 0 {
      xml.raw(" ySplit=\"")
      xml.number(frozenRows)
      xml.raw("\"")
    }
    xml.raw(" topLeftCell=\"")
    xml += CellName.letters(frozenColumns)
    xml.number(frozenRows + 1)
    let pane: StaticString =
      frozenRows == 0 ? "topRight" : frozenColumns == 0 ? "bottomLeft" : "bottomRight"
    xml.raw("\" activePane=\"")
    xml.raw(pane)
    xml.raw("\" state=\"frozen\"/><selection pane=\"")
    xml.raw(pane)
    xml.raw("\"/>")
  }

  /// Appends what stands behind the rows and merged cells.
  func writeFoot(into xml: inout [UInt8]) {
    xml.raw("<printOptions horizontalCentered=\"1\"/>")
    xml.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" ")
    xml.raw("header=\"0.3\" footer=\"0.3\"/>")
    xml.raw("<pageSetup paperSize=\"9\" orientation=\"")
    xml.raw(isLandscape ? "landscape" : "portrait")
    xml.raw("\" fitToHeight=\"0\"/>")
    xml.raw("<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>")
  }
}
