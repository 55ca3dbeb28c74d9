extension ReportIndex {
  func missingRow(_ name: String, _ table: Int, _ listing: Int) -> ResolutionError {
    let entries = report.tables[table].listings[listing].entries
    // Of a code, those of its level: the beginnings of a code are codes, too.
    let isCode = name.unicodeScalars.allSatisfy(\.isASCIIDigit)
    let known =
      isCode
      ? entries.map(\.key).filter { $0.utf8.count == name.utf8.count }
      : entries.map { RowName.bare($0.label) }
    return ResolutionError(
      .rowMissing, "\(report.tables[table].form.title)没有“\(name)”这一行。", near: name,
      among: known)
  }

  func ambiguousRow(
    _ name: String, _ table: Int, _ listing: Int, _ found: [Int]
  ) -> ResolutionError {
    let names = found.prefix(5).map { path(ofEntry: $0, table: table, listing: listing) }
    return ResolutionError(
      .ambiguous,
      "\(report.tables[table].form.title)有 \(found.count) 行叫“\(name)”，请写明是哪一行："
        + names.map { "[\($0)]" }.joined(separator: "、") + "。")
  }

  func ambiguousColumn(_ reference: Reference, _ found: [[CellAddress]]) -> ResolutionError {
    let names = found.compactMap { $0.first.map(report.name(of:)) }
    return ResolutionError(
      .ambiguous,
      "“\(reference)”可以指不止一处：\(names.joined(separator: "、"))。请用列的别名或编号写明。")
  }

  func manyRows(_ reference: Reference, _ table: Int, _ count: Int) -> ResolutionError {
    ResolutionError(
      .rowNotSaid,
      "\(report.tables[table].form.title)有 \(count) 行，请写明是哪一行，"
        + "例如 \(reference.table ?? "表")[总计].\(reference.column)。")
  }

  /// A name that fits only this row, as far as there is one: under its parents, or its key.
  func path(ofEntry index: Int, table: Int, listing: Int) -> String {
    let list = report.tables[table].listings[listing]
    var names = [RowName.bare(list.entries[index].label)]
    var row = list.entries[index].parent
    while let parent = row {
      names.insert(RowName.bare(list.entries[parent].label), at: 0)
      row = list.entries[parent].parent
    }
    let path = names.joined(separator: "/")
    return entries(named: path, table: table, listing: listing) == [index]
      ? path : list.entries[index].key
  }
}
