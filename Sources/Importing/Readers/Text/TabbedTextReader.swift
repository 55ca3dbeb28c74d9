/// Reads text as Word saves it with its tables: a line that begins with a tab is a cell, a blank
/// line ends a row, and any other line is a paragraph.
enum TabbedTextReader {
  /// What Word's text export leaves in the text.
  private static let bookmark = "[bookmark:"

  /// The document that `text` is.
  static func document(_ text: String, file: String) throws(ImportFailure) -> ImportedDocument {
    var builder = TabbedTextBuilder(file: file)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      try builder.add(withoutBookmarks(line), number: index + 1)
    }
    try builder.endTable()
    return ImportedDocument(file: file, blocks: builder.blocks)
  }

  /// The line without `[bookmark: _GoBack]` and its like.
  private static func withoutBookmarks(_ line: Substring) -> String {
    guard line.contains(bookmark) else { return String(line) }
    var result = ""
    var rest = line
    while let start = rest.firstRange(of: bookmark),
      let end = rest[start.upperBound...].firstIndex(of: "]")
    {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

/// Puts the lines together.
private struct TabbedTextBuilder {
  let file: String
  private(set) var blocks: [ImportedDocument.Block] = []
  private var rows: [[(text: String, line: Int)]] = []
  private var row: [(text: String, line: Int)] = []
  private var blankLines = 0

  init(file: String) { self.file = file }

  mutating func add(_ line: String, number: Int) throws(ImportFailure) {
    if line.hasPrefix("\t") {
      // Two blank lines stand where one table ends and another begins.
      if blankLines > 1 { try endTable() }
      blankLines = 0
      // Tabs within the line: cells that were put on one line.
      for part in line.dropFirst().split(separator: "\t", omittingEmptySubsequences: false) {
        row.append((String(part), number))
      }
    } else if line.isBlankText {
      blankLines += 1
      endRow()
    } else {
      try endTable()
      blankLines = 0
      blocks.append(
        .paragraph(
          ImportedDocument.Paragraph(text: line, place: Place(file: file, within: "第 \(number) 行")))
      )
    }
  }

  private mutating func endRow() {
    if !row.isEmpty { rows.append(row) }
    row = []
  }

  mutating func endTable() throws(ImportFailure) {
    endRow()
    guard !rows.isEmpty else { return }
    var cells: [Grid.Cell] = []
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let place = Place(file: file, within: "第 \(cell.line) 行")
        cells.append(Grid.Cell(text: cell.text, row: index, column: column, place: place))
      }
    }
    blocks.append(.table(try Grid.laidOut(cells, knowsSpans: false, file: file)))
    rows = []
  }
}
