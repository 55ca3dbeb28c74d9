/// Writes the rows of a sheet, from top to bottom and in each from left to right.
public struct SheetWriter {
  /// The most characters that a cell may hold, in UTF-16.
  public static let longestText = 32_767
  /// The most rows that a sheet may have.
  public static let mostRows = 1_048_576
  /// The most columns that a sheet may have.
  public static let mostColumns = 16_384
  /// The most digits of a number that every program reads back as they are.
  public static let mostDigits = 15

  var xml: [UInt8]
  var styles: StyleSheet
  private var letters: [[UInt8]] = []
  private var rowNumber: [UInt8] = []
  private var merged: [UInt8] = []
  private var mergedCount = 0
  private var isRowOpen = false

  /// How many rows there are so far; the current one is the last.
  public private(set) var rowCount = 0

  init(xml: [UInt8], styles: StyleSheet) {
    self.xml = xml
    self.styles = styles
  }

  /// The number of a style, for use in any cell of the workbook.
  public mutating func style(_ style: CellStyle) -> StyleID { styles.id(of: style) }

  /// Begins the next row; `height` in points, `nil` for one line of text.
  public mutating func beginRow(height: Int? = nil) {
    endRow()
    rowCount += 1
    isRowOpen = true
    rowNumber.removeAll(keepingCapacity: true)
    rowNumber.number(rowCount)
    xml.raw("<row r=\"")
    xml += rowNumber
    if let height {
      xml.raw("\" ht=\"")
      xml.number(height)
      xml.raw("\" customHeight=\"1\">")
    } else {
      xml.raw("\">")
    }
  }

  /// An empty cell.
  public mutating func blank(_ column: Int, _ style: StyleID) {
    beginCell(column, style)
    xml.raw("/>")
  }

  /// Words. Whatever they are, no program takes them for a formula or a number.
  public mutating func text(_ column: Int, _ words: String, _ style: StyleID) {
    guard !words.isEmpty else { return blank(column, style) }
    beginCell(column, style)
    xml.raw(" t=\"inlineStr\"><is><t")
    if Self.needsSpaceKept(words) { xml.raw(" xml:space=\"preserve\"") }
    xml.raw(">")
    xml.text(words)
    xml.raw("</t></is></c>")
  }

  /// A number in plain decimal notation in ASCII, such as `-60646633.13`.
  ///
  /// The digits are written as they are, so that every reader arrives at the number nearest to
  /// them. A number of more than ``mostDigits`` digits has to be written as text.
  public mutating func number(_ column: Int, _ notation: [UInt8], _ style: StyleID) {
    beginCell(column, style)
    xml.raw("><v>")
    xml += notation
    xml.raw("</v></c>")
  }

  /// Makes one cell of those from the current row's `column` on, `columns` wide and `rows` high.
  /// All but the first have to be blank.
  public mutating func merge(from column: Int, columns: Int, rows: Int = 1) {
    guard columns > 1 || rows > 1 else { return }
    mergedCount += 1
    merged.raw("<mergeCell ref=\"")
    merged += CellName.letters(column)
    merged += rowNumber
    merged.raw(":")
    merged += CellName.letters(column + columns - 1)
    merged.number(rowCount + rows - 1)
    merged.raw("\"/>")
  }

  /// Ends the rows and appends the list of merged cells.
  mutating func finish() {
    endRow()
    xml.raw("</sheetData>")
    guard mergedCount > 0 else { return }
    xml.raw("<mergeCells count=\"")
    xml.number(mergedCount)
    xml.raw("\">")
    xml += merged
    xml.raw("</mergeCells>")
  }

  private mutating func endRow() {
    if isRowOpen { xml.raw("</row>") }
    isRowOpen = false
  }

  private mutating func beginCell(_ column: Int, _ style: StyleID) {
    while letters.count <= column { letters.append(CellName.letters(letters.count)) }
    xml.raw("<c r=\"")
    xml += letters[column]
    xml += rowNumber
    xml.raw("\" s=\"")
    xml.number(style.index)
    xml.raw("\"")
  }

  /// XML readers may drop white space at the ends of a text unless told otherwise.
  private static func needsSpaceKept(_ words: String) -> Bool {
    func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? false }
    return isSpace(words.utf8.first) || isSpace(words.utf8.last)
      || words.utf8.contains(UInt8(ascii: "\n"))
  }
}
