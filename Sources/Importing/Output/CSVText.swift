/// Writes CSV: one line a row, quoted only where it must be.
enum CSVText {
  /// The text of rows.
  static func text(of rows: [[String]]) -> String {
    rows.map { row in row.map(field).joined(separator: ",") + "\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) })
        || text.hasPrefix(" ") || text.hasSuffix(" ")
    else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Writes tables separated by tabs, for what is kept aside; Excel opens it, and nothing takes it for
/// a table of the report.
enum TSVText {
  /// The text of a grid as it is, merged cells where they begin.
  static func text(of grid: Grid) -> String {
    let last = grid.cells.map(\.row).max() ?? -1
    guard last >= 0 else { return "" }
    let lines = (0...last).map { row in
      (0..<grid.width).map { column in
        grid.anchor(row: row, column: column).map { field(grid.cells[$0].text) } ?? ""
      }.joined(separator: "\t")
    }
    return lines.filter { !$0.isBlankText }.map { $0 + "\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\"\t\n\r".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
