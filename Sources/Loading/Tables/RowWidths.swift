/// Watches that rows have as many cells as the header.
///
/// Cells beyond the header may only be blank. A row may be shorter only together with a neighbour
/// that is just as short: Excel leaves out the last columns where a whole block of rows has nothing
/// in them. A single short row has lost a separator, and its amounts may have moved under another
/// column's title.
struct RowWidths {
  private let expected: Int
  private let padded: Int
  private let bytes: [UInt8]
  private var previous: (width: Int, line: Int, isExcused: Bool)?

  /// Rows of `expected` cells in the file of these bytes, whose header has `padded` cells with blank
  /// ones at its end.
  init(expected: Int, padded: Int, bytes: [UInt8]) {
    self.expected = expected
    self.padded = padded
    self.bytes = bytes
  }

  /// Looks at the next row that is not blank. Amounts that their commas have split are put together
  /// again: it is an error, and what was meant is sure, so that the checks need not find it wrong in
  /// each relation of the row.
  mutating func note(_ record: inout CSVRecord, reporting findings: inout CappedFindings) {
    let surplus = [record.count - padded, record.filledCount - expected].filter { $0 > 0 }
    let split = surplus.isEmpty ? [] : SplitAmount.all(in: record, bytes, surplus: surplus)
    // With blank cells at its end, the row may have none too many that says anything.
    if let first = split.first, record.filledCount > expected || split.allHaveDecimals {
      findings.add(
        .csvRaggedRow, line: first.first.line, column: first.first.column,
        "这一行有 \(record.count) 个单元格，表头只有 \(padded) 个。" + split.advice)
      for amount in split.reversed() { record.join(amount.cells) }
    } else if record.filledCount > expected {
      let field = expected < record.fields.count ? record.fields[expected] : nil
      findings.add(
        .csvRaggedRow, line: field?.line ?? record.line, column: field?.column ?? 1,
        "这一行有 \(record.filledCount) 个单元格，表头只有 \(expected) 个。"
          + "金额里有逗号的要用双引号括起来；多余的逗号请删去")
    }
    let isExcused = previous?.width == record.count
    if !isExcused { judgePrevious(reporting: &findings) }
    previous = (record.count, record.line, isExcused)
  }

  /// Looks back when there are no more rows.
  mutating func finish(reporting findings: inout CappedFindings) {
    judgePrevious(reporting: &findings)
    previous = nil
  }

  private func judgePrevious(reporting findings: inout CappedFindings) {
    guard let previous, previous.width < expected, !previous.isExcused else { return }
    findings.add(
      .csvRaggedRow, line: previous.line, column: 1,
      "这一行只有 \(previous.width) 个单元格，表头有 \(expected) 个。"
        + "请补上漏掉的逗号，空白单元格也要占一个位置")
  }
}
