import Budget

/// A table as CSV for readers: UTF-8 with a byte-order mark, as Excel in China expects it, the
/// form's titles as header, amounts as plain decimals, codes as text.
struct CSVDownload {
  /// The table.
  let table: Table

  /// The file's bytes.
  func render() -> [UInt8] {
    let shown = table.form.columns.indices.filter { table.form.columns[$0].isShown }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(48 * shown.count * (table.rows.count + 1))
    record(shown.map { title($0, among: shown) }, into: &bytes)
    for row in table.rows {
      record(shown.map { text(row.cells[$0]) }, into: &bytes)
    }
    return bytes
  }

  /// The column's title, with the titles over it where it alone would be ambiguous.
  private func title(_ column: Int, among shown: [Int]) -> String {
    let form = table.form.columns[column]
    let same = shown.filter { table.form.columns[$0].title == form.title }
    return same.count > 1 ? form.path.joined(separator: "/") : form.title
  }

  private func text(_ cell: Cell) -> String {
    guard let value = cell.value else { return Self.defused(cell.text) }
    let padded = value.scale < table.form.decimals ? value.rescaled(to: table.form.decimals) : value
    return (padded ?? value).description
  }

  /// Words that a spreadsheet would take for a formula get an apostrophe before them.
  private static func defused(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), text.utf8.count > 1 else {
      return text
    }
    return "'" + text
  }

  private func record(_ fields: [String], into bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if field.utf8.contains(where: Self.needsQuotes) {
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
