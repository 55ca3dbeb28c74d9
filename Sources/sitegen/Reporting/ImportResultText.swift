import Budget
import Checking
import Importing

/// The result of an import for the clerk: what was read, what the checks found, what to do next.
struct ImportResultText {
  let result: ReportImport.Result
  /// The content folder.
  let content: String
  /// The report's folder.
  let output: String

  /// All of it; what to do next comes last, where the eye is when the command ends.
  var text: String {
    var text = ImportSummary(result.report, output: output).text
    if !others.isEmpty {
      text += "\n核对时发现：\n\n"
      let findings = FindingText(others, Excerpts(content, output))
      text += String(decoding: findings.bytes, as: UTF8.self)
    }
    if !unbound.isEmpty { text += "\n" + unboundFigures }
    text += "\n" + CheckSummaryText(result.check, folders).text + "\n"
    text += "数据来源：已写好 \(result.bound) 处，还缺 \(unbound.count) 处。\n"
    if result.outcome == .unchanged { text += "\(output)/ 里已是同样的内容，没有改动。\n" }
    return text + "\n下一步：\n" + steps.enumerated().map { "  \($0 + 1). \($1)\n" }.joined()
  }

  private var folders: FolderArguments { FolderArguments(content: content) }

  private var unbound: [ProposedBinding] { result.check.proposals.flatMap(\.figures) }

  /// What the checks found besides figures without a source, which have a list of their own.
  private var others: [Finding] {
    result.check.findings.filter { $0.rule != Rule.figureUnbound.rawValue }
  }

  /// The figures that only a person can bind: those of several sources, and those of none.
  private var unboundFigures: String {
    var text = ProposalText(reports: result.check.proposals, folders: folders).text
    let unknown = unbound.filter(\.candidates.isEmpty)
    guard !unknown.isEmpty else { return text }
    text += "表里没有找到的数字：\n"
    for figure in unknown {
      let place = figure.position
      text += "  \(place.file):\(place.line):\(place.column): \(figure.text)\n"
    }
    return text
  }

  private var steps: [String] {
    var steps: [String] = []
    let report = result.report
    if let draft = result.draft {
      steps.append("没有合适的表样，已按文件的表头起草 \(draft)。请核对各表的标识、列名、分级和合计。")
    }
    if report.tables.contains(where: \.isWithheld) {
      steps.append("改好表样里的单位，把 leftovers 里的表移到 tables 里。")
    }
    steps.append("打开 \(output)/report.yml，核对部门名称，补上发布日期（published）。")
    if !report.leftovers.isEmpty {
      steps.append("看一遍 \(output)/leftovers/说明.txt：没有放进报告的内容都在那里，逐项处理。")
    }
    let errors = others.count { $0.severity == .error }
    if errors > 0 {
      steps.append("对照原件改正上面的 \(errors) 个错误；原件就是这样写的，在数据来源后面加一句说明。")
    }
    if !unbound.isEmpty {
      steps.append("给还缺的数字写上数据来源：有几个来源的，用 --bind 挑一个；表里没有的，写进 \(output)/facts.yml 并注明出处。")
    }
    if !result.isWithinContent { steps.append("把 \(output) 移到 \(content) 文件夹里，网站才会有它。") }
    let option = folders.ofContent
    steps.append("运行 sitegen check\(option) 再核对一遍，没有错误以后运行 sitegen\(option) 生成网站。")
    return steps
  }
}
