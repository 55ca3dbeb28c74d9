import Budget

/// A table as CSV for readers (RFC 4180): UTF-8 with a byte-order mark, as Excel in China expects
/// it, the form's titles as header, amounts as plain decimals, codes as text.
struct CSVDownload {
  /// The table.
  let table: Table
  private let columns: CSVColumns

  /// The file of `table`, whose form's columns may be known already.
  init(table: Table, columns: CSVColumns? = nil) {
    self.table = table
    self.columns = columns ?? CSVColumns(table.form)
  }

  /// The file's bytes.
  func render() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(48 * columns.indices.count * (table.rows.count + 1))
    for (place, name) in columns.names.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.append(name, to: &bytes)
    }
    Self.endRecord(&bytes)
    let decimals = table.form.decimals
    for row in table.rows {
      for (place, column) in columns.indices.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if let value = row.cells[column].value {
          value.published(decimals: decimals).append(grouped: false, to: &bytes)
        } else {
          Self.append(FormulaGuard.harmless(row.cells[column].text), to: &bytes)
        }
      }
      Self.endRecord(&bytes)
    }
    return bytes
  }

  private static func endRecord(_ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    guard field.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
