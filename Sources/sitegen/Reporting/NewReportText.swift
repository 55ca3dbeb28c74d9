/// What was made, and what to do next.
struct NewReportText {
  let result: NewReport.Result
  let folder: String
  let folders: FolderArguments

  var text: String {
    var lines: [String] = []
    if result.madeContent { lines.append("已建内容文件夹：站点信息（site.yml）和表样（forms）。") }
    if result.madeTemplates { lines.append("已建页面模板。") }
    lines.append(
      "已建 \(folder)：\(result.tables) 张表，"
        + (result.previous.map { "行和标题照《\($0)》，金额留空。" } ?? "只有表头和合计行。"))
    lines += [
      "",
      "接下来：",
      "  1. 用 Excel 打开 \(folder)/tables 里的 CSV 填数；没有数据的表留空，在 report.yml 的 notes 里写表注。",
      "  2. 在 \(folder)/narrative.md 里写情况说明，把“待填写”都换掉；在 report.yml 里核对部门和标题。",
      "  3. 运行 sitegen check\(folders.ofContent)，按提示逐条改正；"
        + "文中数字的数据来源可以用 sitegen check --fix\(folders.ofContent) 补写。",
      "  4. 运行 sitegen build\(folders.ofSite)，网站就在 public 里。",
      "已有 Word、Excel 文件的，也可以用 sitegen import\(folders.ofContent) 导入，不必手工填。",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
