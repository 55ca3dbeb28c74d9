import Budget

/// The result of a check in a few lines for people.
struct CheckSummaryText {
  private let result: ContentCheck.Result
  private let folders: FolderArguments

  init(_ result: ContentCheck.Result, _ folders: FolderArguments) {
    self.result = result
    self.folders = folders
  }

  /// How many checks and figures ended how, and whether the content can be published.
  var text: String {
    let counts = result.counts
    func figures(_ state: FigureResult.State) -> Int { counts.figures[state] ?? 0 }
    // There are some only where a file could not be read.
    let unchecked = counts.figures[.unchecked].map { "，未核对 \($0)" } ?? ""
    let errors = result.findings.count { $0.severity == .error }
    let warnings = result.findings.count { $0.severity == .warning }
    let next =
      errors == 0 ? "可以发布：运行 sitegen build\(folders.ofSite) 生成网站。" : "改正错误后才能发布。"
    return """
      报告 \(result.reports) 份。
      勾稽关系：一致 \(counts.passed)，不一致 \(counts.failed)，未核对 \(counts.unchecked)。
      文中数字：共 \(counts.totalFigures)，与表格一致 \(figures(.verified))，引自其他文件 \
      \(figures(.external))，已注明不一致 \(figures(.acknowledged))，不一致 \(figures(.failed))，\
      未注明来源 \(figures(.unbound))\(unchecked)。
      错误 \(errors) 个，警告 \(warnings) 个。\(next)
      """
  }
}
