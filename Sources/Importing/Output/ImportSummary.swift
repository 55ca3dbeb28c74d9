/// What an import did, in words for the clerk: what was recognised, what was not, what to do next.
public struct ImportSummary: Sendable {
  private let report: ImportedReport
  private let output: String
  private let draft: String?

  /// The summary of a report written to the folder `output`, and its form set's draft to `draft`.
  public init(_ report: ImportedReport, output: String, draft: String? = nil) {
    self.report = report
    self.output = output
    self.draft = draft
  }

  /// The text, with a line end at its end.
  public var text: String {
    let found = report.tables.filter { $0.rows != nil }
    var lines = ["导入到 \(output)/：\(report.fiscalYear)年，\(report.department)"]
    lines.append("认出 \(found.count) 张表：")
    for table in found {
      let pieces = table.pieces > 1 ? "（由 \(table.pieces) 段拼成）" : ""
      let withheld = table.isWithheld ? "　单位与表样不同，放在 leftovers 里" : ""
      lines.append("  \(table.name)　\(table.rows ?? 0) 行\(pieces)\(withheld)")
    }
    let missing = report.tables.filter { $0.rows == nil }
    if !missing.isEmpty {
      lines.append("没有找到 \(missing.count) 张表（已在 report.yml 的 absent 里注明）：")
      lines += missing.map { "  \($0.name)" }
    }
    lines.append("正文：\(report.headings) 个标题，\(report.characters) 字。")
    let balance = report.balance
    lines.append(
      "单元格：读到 \(balance.read) 个，进表 \(balance.values) 个，表头 \(balance.headers) 个，"
        + "表号、标题和单位 \(balance.captions) 个，表注 \(balance.notes) 个，留存 \(balance.leftovers) 个。")
    if !balance.isBalanced {
      lines.append("警告：读到和写出的单元格数目对不上，请把原文件发给开发者。")
    }
    if !report.remarks.isEmpty {
      lines.append("请核对：")
      lines += report.remarks.map { "  \($0.place)：\($0.message)" }
    }
    if !report.leftovers.isEmpty {
      lines.append("没有放进报告的内容 \(report.leftovers.count) 项，都在 \(output)/leftovers/：")
      lines += report.leftovers.map { "  \($0.what)（\($0.place)）。\($0.suggestion)" }
    }
    return (lines + next()).joined(separator: "\n") + "\n"
  }

  private func next() -> [String] {
    var lines = ["下一步："]
    if let draft {
      lines.append("  · 没有合适的表样，已按文件的表头起草 \(draft)。请核对各表的标识、列名、分级和合计。")
    }
    lines.append("  · 打开 \(output)/report.yml，核对部门名称，补上发布日期（published）。")
    if report.tables.contains(where: \.isWithheld) {
      lines.append("  · 改好表样里的单位，把 leftovers 里的表移到 tables 里。")
    }
    lines.append("  · 运行 sitegen check，核对勾稽关系和文中的数字；加 --fix 把只有一个答案的数据来源写进正文。")
    return lines
  }
}
