import Budget

extension CheckRun {
  /// Warns of how amounts are written: mixed formats in a column, and units that slipped.
  ///
  /// `totals` are the tables' ``largestTotals()``.
  mutating func checkTableWriting(_ totals: [Total]) {
    for (number, table) in report.tables.enumerated() {
      if table.presence.absence != nil { continue }
      for column in table.form.columns.indices {
        switch table.form.columns[column].kind {
        case .amount: checkFormats(table: number, column: column)
        case .value: checkPlaceholders(table: number, column: column)
        default: continue
        }
      }
    }
    checkMagnitudes(totals)
  }

  /// Thousands separators in a column are for all large amounts or for none.
  private mutating func checkFormats(table: Int, column: Int) {
    var grouped: [Int] = []
    var plain: [Int] = []
    for row in report.tables[table].rows.indices {
      guard let value = report.tables[table].rows.value(row: row, column: column),
        value.isThousandOrMore
      else { continue }
      if report.tables[table].rows.text(row: row, column: column).hasSeparators {
        grouped.append(row)
      } else {
        plain.append(row)
      }
    }
    guard !grouped.isEmpty, !plain.isEmpty else { return }
    let (few, odd) = grouped.count <= plain.count ? (grouped, "有") : (plain, "没有")
    let address = CellAddress(table: table, row: few[0], column: column)
    let form = report.tables[table].form
    findings.append(
      Finding(
        .mixedFormats, at: report.position(of: address),
        length: report.cell(at: address).text.unicodeScalars.count, severity: .warning,
        "\(form.number)“\(form.columns[column].title)”一列里，\(few.count) 个金额\(odd)千分位，与其余写法不一致，请统一。"))
  }

  private mutating func checkPlaceholders(table: Int, column: Int) {
    for row in report.tables[table].rows.indices {
      let text = report.tables[table].rows.text(row: row, column: column)
      guard let words = UnfilledWords.first(in: text) else { continue }
      let address = CellAddress(table: table, row: row, column: column)
      findings.append(
        Finding(
          .placeholder, at: report.position(of: address), severity: .warning,
          "\(report.name(of: address))里的“\(words)”像是没有填写的占位文字，请补充或删去。"))
    }
  }
}

extension String {
  /// Whether the number in it is printed with thousands separators, ASCII or full-width ones.
  fileprivate var hasSeparators: Bool {
    let mayHave = withBytes { bytes in
      for byte in bytes where byte == UInt8(ascii: ",") || byte == 0xEF { return true }
      return false
    }
    return mayHave && unicodeScalars.contains { $0 == "," || $0 == "，" }
  }
}

extension ExactDecimal {
  /// Whether it has four digits or more before the point.
  fileprivate var isThousandOrMore: Bool {
    // Most amounts are printed to the fen.
    if scale == 2 { return coefficient.magnitude >= 100_000 }
    guard scale < 16 else { return false }
    var limit: UInt128 = 1000
    for _ in 0..<scale { limit *= 10 }
    return coefficient.magnitude >= limit
  }
}
