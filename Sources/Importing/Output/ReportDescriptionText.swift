import Budget

/// The `report.yml` of an imported report.
struct ReportDescriptionText {
  var title = ""
  var department = ""
  var fiscalYear = 0
  var kind = Report.Kind.budget
  var formSet = ""
  var sources: [String] = []
  /// The notes by the ids of the tables.
  var notes: [(table: String, text: String)] = []
  /// The tables that are not there, by their ids, with the reason.
  var absences: [(table: String, text: String)] = []

  /// The text of the file.
  var text: String {
    var lines = [
      "# 本报告的基本情况，由导入生成；请核对部门名称，补上发布日期。",
      "title: " + YAMLText.scalar(title),
      "department: " + YAMLText.scalar(department),
      "fiscal_year: \(fiscalYear)",
      "kind: \(kind.rawValue)  # budget 预算；final-accounts 决算",
      "form_set: " + YAMLText.scalar(formSet),
      "# published: \(fiscalYear)-02-01 09:00  # 发布日期，请改成实际的时间并去掉行首的 #",
      "source: " + YAMLText.scalar(sources.joined(separator: "、")),
    ]
    if !notes.isEmpty {
      lines += ["", "# 表下的注", "notes:"]
      lines += notes.map { "  \($0.table): " + YAMLText.scalar($0.text) }
    }
    if !absences.isEmpty {
      lines += ["", "# 原始材料里没有的表", "absent:"]
      lines += absences.map { "  \($0.table): " + YAMLText.scalar($0.text) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
