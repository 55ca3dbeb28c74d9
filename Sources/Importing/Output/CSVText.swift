/// Writes CSV: one line a row, quoted only where it must be.
enum CSVText {
  /// The text of rows.
  static func text(of rows: [[String]]) -> String {
    rows.map { row in row.map(field).joined(separator: ",") + "\n" }.joined()
  }

  /// The text of a grid as it is, merged cells where they begin.
  static func text(of grid: Grid) -> String {
    text(
      of: (0..<grid.height).map { row in
        (0..<grid.width).map { column in
          grid.anchor(row: row, column: column).map { grid.cells[$0].text } ?? ""
        }
      })
  }

  private static func field(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) })
        || text.hasPrefix(" ") || text.hasSuffix(" ")
    else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
