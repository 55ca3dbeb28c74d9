import Budget

/// Which file of a report holds which table.
struct TableFiles {
  private static let folder = "tables/"

  /// For each form of the form set, its file.
  private(set) var files: [String?]

  /// The files of `report` for the forms of `formSet`, found by the form's id, or its number or
  /// title: `revenue.csv`, `表二.csv`.
  init(
    _ report: ReportSource, formSet: FormSet, root: String, into findings: inout [Finding]
  ) {
    files = Array(repeating: nil, count: formSet.forms.count)
    var faults = PathFindings()
    defer { findings += faults.all() }
    for path in report.names where path.utf8.starts(with: Self.folder.utf8) {
      let file = report.path + "/" + path
      var position: SourcePosition { SourcePosition(file: root + "/" + file) }
      let name = Substring(path.utf8.dropFirst(Self.folder.utf8.count))
      // Hardly any is written in capitals.
      guard name.utf8.suffix(4).elementsEqual(".csv".utf8) || name.lowercased().hasSuffix(".csv")
      else {
        faults.append(
          Finding(
            .tableFileUnknown, at: position,
            "tables 里只读 CSV 文件；请把“\(name)”另存为 CSV（UTF-8），或移到别处。"))
        continue
      }
      let stem = String(Substring(name.utf8.dropLast(4)))
      guard let index = formSet.formIndex(named: stem) else {
        let names = formSet.forms.flatMap { [$0.id, $0.number, $0.title] }
        let hint = Spelling.suggestion(for: stem, among: names)
        faults.append(
          Finding(
            .tableFileUnknown, at: position,
            "表样里没有“\(stem)”这张表；文件名应是表的标识（如 \(formSet.forms.first?.id ?? "revenue").csv）\(hint)"))
        continue
      }
      if let other = files[index] {
        faults.append(
          Finding(
            .tableFileDuplicate, at: position,
            "“\(report.name(of: other))”已经是\(formSet.forms[index].title)，一张表只能有一个文件；请删去一个。"))
        continue
      }
      files[index] = file
    }
  }
}
