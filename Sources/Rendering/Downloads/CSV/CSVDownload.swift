import Budget

/// A table as CSV for readers (RFC 4180): UTF-8 with a byte-order mark, as Excel in China expects
/// it, the form's titles as header, amounts as plain decimals, codes as text.
struct CSVDownload {
  /// The table.
  let table: Table
  private let parts: FormParts

  /// The file of `table`, whose form's parts may be known already.
  init(table: Table, parts: FormParts? = nil) {
    self.table = table
    self.parts = parts ?? FormParts(table.form)
  }

  /// The first line: the byte-order mark and the names of the columns.
  static func head(_ columns: CSVColumns) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (place, name) in columns.names.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(name, to: &bytes)
    }
    bytes.append(contentsOf: "\r\n".utf8)
    return bytes
  }

  /// The file's bytes.
  func render() -> [UInt8] {
    var bytes = parts.csvHead
    let columns = parts.columns.indices
    bytes.reserveCapacity(bytes.count + 32 * columns.count * table.rows.count)
    let decimals = table.form.decimals
    for row in table.rows.indices {
      let cells = table.rows.cells.span.extracting(table.rows.place(of: row))
      // Every field ends with a comma; the last one's is where the line ends.
      for column in columns {
        if let value = cells[column].value {
          let amount = value.published(decimals: decimals)
          bytes.append(addingCapacity: amount.notationRoom + 1) { bytes in
            amount.append(grouped: false, to: &bytes)
            bytes.append(UInt8(ascii: ","))
          }
        } else {
          Self.append(FormulaGuard.harmless(cells[column].text), to: &bytes)
          bytes.append(UInt8(ascii: ","))
        }
      }
      if !columns.isEmpty { bytes.removeLast() }
      bytes.append(UInt8(ascii: "\r"))
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    field.withBytes { field in
      guard mayNeedQuotes(field), field.contains(where: needsQuotes) else {
        return bytes.append(addingCapacity: field.count) { $0.copy(field) }
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Whether there is any byte up to the last one that asks for quotes.
  private static func mayNeedQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    EightBytes.any(of: field) { $0.contain(below: UInt8(ascii: ",") + 1) }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
