/// What an import read, in words for the clerk: what was recognised, and what was not.
public struct ImportSummary: Sendable {
  private let report: ImportedReport
  private let output: String

  /// The summary of a report written to the folder `output`.
  public init(_ report: ImportedReport, output: String) {
    self.report = report
    self.output = output
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
      let next =
        report.notesAbsences
        ? "已在 report.yml 的 absent 里注明" : "没有认出的表格里可能就有，请先看 leftovers；确实没有的，写进 report.yml 的 absent"
      lines.append("没有找到 \(missing.count) 张表（\(next)）：")
      lines += missing.map { "  \($0.name)" }
    }
    lines.append("正文：\(report.headings) 个标题，\(report.characters) 字。")
    let balance = report.balance
    lines.append(
      "单元格：读到 \(balance.read) 个，进表 \(balance.values) 个，表头 \(balance.headers) 个，"
        + "表号、标题和单位 \(balance.captions) 个，表注 \(balance.notes) 个，"
        + "正文 \(balance.narrative) 个，留存 \(balance.leftovers) 个。")
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
    return lines.joined(separator: "\n") + "\n"
  }
}
