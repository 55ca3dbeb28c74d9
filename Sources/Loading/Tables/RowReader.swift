import Budget

/// A table's file, read into rows in the form's order of columns.
struct TableRows {
  var rows: Rows
  /// For each of the form's lists how far the label of each row is indented; empty where the
  /// list's hierarchy does not depend on it.
  var indentations: [[Int]]
  /// The line of the last row, or of the header.
  var lastLine = 1
  /// Whether the header named all columns, so that the rows mean what the form says.
  var isComplete = false
}

/// Reads the records of a table's file into rows.
struct RowReader {
  private let plan: TablePlan
  private let limits: TableLimits
  private let bytes: [UInt8]
  private let cells: CellReader
  private var form: Form { plan.form }

  /// A reader of `bytes` as a table of the form that `plan` is for.
  init(plan: TablePlan, bytes: [UInt8], limits: TableLimits) {
    self.plan = plan
    self.limits = limits
    self.bytes = bytes
    cells = CellReader(bytes: bytes, plan: plan)
  }

  /// Reads all rows; blank ones are padding and left out. A header that is right is looked for, or
  /// noted, in `known`.
  func read(_ known: inout KnownHeader?, reporting findings: inout CappedFindings) -> TableRows {
    var table = TableRows(
      rows: Rows(width: plan.kinds.count), indentations: plan.listings.map { _ in [] })
    if let header = known, header.begins(bytes) {
      var reader = CSVReader(
        bytes, separator: header.separator, from: header.next.offset, line: header.next.line)
      table.lastLine = header.line
      table.isComplete = true
      readRows(
        header.columns, width: header.width, from: &reader, into: &table, reporting: &findings)
      return table
    }
    let separator: UInt8
    switch CSVSeparator(headerOf: bytes) {
    case .readable(let byte): separator = byte
    case .unusable(let character):
      findings.add(
        .csvSeparator, line: 1, column: 1,
        "单元格之间用了“\(character)”。请改用英文逗号（,），或在 Excel 中另存为“CSV UTF-8（逗号分隔）”")
      return table
    }
    var reader = CSVReader(bytes, separator: separator)
    var record = CSVRecord()
    while reader.next(&record, reporting: &findings), record.isBlank {}
    table.lastLine = record.line
    guard !record.isBlank else {
      findings.add(
        .headerMissing, line: 1, column: 1,
        "文件是空的。第一行应当是列名：\(HeaderMatch.line(for: form))")
      return table
    }
    let header = HeaderMatch(record, form: form, reader: cells, reporting: &findings)
    guard !header.columns.allSatisfy({ $0 == nil }) else { return table }
    table.isComplete = Set(header.columns.compactMap { $0 }).count == form.columns.count
    if table.isComplete, findings.isEmpty {
      known = KnownHeader(
        bytes, separator: separator, line: record.line, columns: header.columns,
        width: record.count, next: reader.next)
    }
    readRows(
      header.columns, width: record.count, from: &reader, into: &table, reporting: &findings)
    return table
  }

  /// Reads the rows below the header, whose fields are these of the form's `columns`; it has `width`
  /// cells with the blank ones at its end.
  private func readRows(
    _ columns: [Int?], width: Int, from reader: inout CSVReader, into table: inout TableRows,
    reporting findings: inout CappedFindings
  ) {
    let mostRows = min(limits.rows, limits.cells / max(1, plan.kinds.count))
    var widths = RowWidths(expected: columns.count, padded: width, bytes: bytes)
    var suspects = SplitSuspects(columns, kinds: plan.kinds, bytes: bytes)
    var record = CSVRecord()
    // Where a record has the cell of each of the form's columns.
    let fields = plan.kinds.indices.map { columns.firstIndex(of: $0) }
    let labels = plan.listings.enumerated().compactMap { listing, plan in
      plan.indentedColumn.map { (listing, fields[$0]) }
    }
    while reader.next(&record, reporting: &findings) {
      if record.isBlank { continue }
      guard table.rows.count < mostRows else {
        findings.add(
          .fileTooLarge, line: record.line, column: 1,
          "表格超过 \(mostRows) 行，后面的没有读取。请检查是不是放错了文件")
        break
      }
      widths.note(&record, reporting: &findings)
      suspects.note(record, row: table.rows.count)
      table.lastLine = record.line
      for (column, position) in fields.enumerated() {
        if let position, position < record.fields.count {
          table.rows.append(
            cells.cell(record.fields[position], column: column, reporting: &findings))
        } else {
          let last = record.fields.last
          table.rows.append(
            Cell(text: "", line: last?.line ?? record.line, column: last?.column ?? 1))
        }
      }
      for (listing, position) in labels {
        let field = position.flatMap { $0 < record.fields.count ? record.fields[$0] : nil }
        table.indentations[listing].append(field.map(cells.indentation) ?? 0)
      }
    }
    widths.finish(reporting: &findings)
    suspects.report(in: table.rows, reporting: &findings)
  }
}
