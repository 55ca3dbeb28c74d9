import Budget

/// Which column of the form each field of a file's header names.
///
/// A header cell is a column's id, title, heading path or alias, compared without white space and
/// with parentheses of either width. The columns may stand in any order.
struct HeaderMatch {
  /// The form's column for each field; `nil` for a field that names none.
  private(set) var columns: [Int?] = []

  /// Matches the header `record`, whose cells `reader` reads.
  init(
    _ record: CSVRecord, form: Form, reader: CellReader, reporting findings: inout CappedFindings
  ) {
    var firstField: [Int: Int] = [:]
    var matchedAny = false
    var misfits: [(field: CSVField, text: String, candidates: [Int])] = []
    for (position, field) in record.fields.prefix(record.filledCount).enumerated() {
      let text = reader.text(of: field)
      if position < form.columns.count, form.columns[position].id.hasSameBytes(as: text),
        firstField[position] == nil
      {
        columns.append(position)
        firstField[position] = position
        matchedAny = true
        continue
      }
      let candidates = form.headerNames.columns(named: text)
      guard candidates.count == 1, let column = candidates.first else {
        matchedAny = matchedAny || !candidates.isEmpty
        columns.append(nil)
        misfits.append((field, text, candidates))
        continue
      }
      matchedAny = true
      if let first = firstField[column] {
        columns.append(nil)
        findings.add(
          .duplicateColumn, line: field.line, column: field.column, length: text.count,
          "列“\(text.excerpt)”在表头里出现了两次（第 \(first + 1) 列和第 \(position + 1) 列）。请删去重复的一列")
      } else {
        columns.append(column)
        firstField[column] = position
      }
    }
    guard matchedAny else {
      Self.reportNoHeader(record, form: form, reporting: &findings)
      return
    }
    let missing = form.columns.indices.filter { firstField[$0] == nil }
    for misfit in misfits {
      Self.report(misfit, form: form, missing: missing, reporting: &findings)
    }
    let ambiguous = Set(misfits.flatMap(\.candidates))
    let trulyMissing = missing.filter { !ambiguous.contains($0) }
    guard !trulyMissing.isEmpty else { return }
    let list = trulyMissing.map { "“\(form.columns[$0].path.joined(separator: "/"))”" }
    findings.add(
      .missingColumn, line: record.line, column: 1,
      "表头缺少 \(list.count) 列：\(list.joined(separator: "、"))。没有数据的列也要保留，单元格留空")
  }

  /// A header with all columns of a form, to be copied into its file: by heading path, and by id where
  /// that path is another column's name, too, or would have to be quoted.
  static func line(for form: Form) -> String {
    let names = form.columns.map { column in
      let path = column.path.joined(separator: "/")
      let isPlain = path.utf8.allSatisfy { !",;\"\t\r\n".utf8.contains($0) }
      return isPlain && form.headerNames.columns(named: path).count == 1 ? path : column.id
    }
    return names.joined(separator: ",")
  }

  private static func reportNoHeader(
    _ record: CSVRecord, form: Form, reporting findings: inout CappedFindings
  ) {
    findings.add(
      .headerMissing, line: record.line, column: 1,
      "第一行应当是列名，这里没有一个列名属于“\(form.title)”。"
        + "请删去上面的标题行，把第一行写成：\(line(for: form))")
  }

  private static func report(
    _ misfit: (field: CSVField, text: String, candidates: [Int]), form: Form, missing: [Int],
    reporting findings: inout CappedFindings
  ) {
    let (field, text, candidates) = misfit
    let length = min(80, text.unicodeScalars.count)
    if candidates.isEmpty {
      let names = missing.map { form.columns[$0] }.flatMap { [$0.title, $0.id] + $0.aliases }
      let nearest = NearNames.nearest(to: text, among: names).first
      findings.add(
        .unknownColumn, line: field.line, column: field.column, length: length,
        text.isEmpty
          ? "这一列没有列名。请补上列名，或删去整列"
          : "表样里没有“\(text.excerpt)”这一列。"
            + (nearest.map { "是不是“\($0)”？" } ?? "请删去这一列，或改成表样里的列名"))
    } else {
      findings.add(
        .ambiguousColumn, line: field.line, column: field.column, length: length,
        "有 \(candidates.count) 列都叫“\(text.excerpt)”。请写明是哪一列："
          + candidates.map { distinctName(of: $0, form: form) }.joined(separator: " 或 "))
    }
  }

  /// The heading path, or the id where another column has the same path.
  private static func distinctName(of index: Int, form: Form) -> String {
    let column = form.columns[index]
    let isUnique = form.columns.filter { $0.path == column.path }.count == 1
    return isUnique && column.path.count > 1 ? column.path.joined(separator: "/") : column.id
  }
}
