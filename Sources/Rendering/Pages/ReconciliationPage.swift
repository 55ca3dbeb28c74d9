import Budget

extension ReportPages {
  /// The page that lists every check with its state, both sides and contributors.
  func reconciliationPage() throws(TemplateError) -> RenderedFile {
    let title = "勾稽核对"
    let frame = PageFrame(
      site: renderer.site, depth: depth,
      title: "\(title) · \(shortTitle) · \(renderer.site.title)",
      crumbs: departmentCrumbs + [
        .init(title: shortTitle, href: "index.html"), .init(title: title, href: nil),
      ], article: article("\(shortTitle) \(title)"),
      head: head("\(shortTitle) \(title)", page: Report.reconciliationPage))
    let counts = verification.counts
    var checks = CheckList(report: report, verification: verification, links: sources.links)
    let values: TemplateValues = [
      "department": .text(report.department),
      "fiscalYear": .text(String(report.fiscalYear)),
      "checkSummary": .text(checkSummary(counts)),
      "figureSummary": .text(figureSummary(counts)),
      "checks": .markup(checks.render()),
    ]
    return RenderedFile(
      path: Report.reconciliationPage,
      bytes: try renderer.templates.render("reconciliation", frame.values(with: values)))
  }

  private func checkSummary(_ counts: Verification.Counts) -> String {
    "共\(counts.passed + counts.failed + counts.unchecked)项："
      + "一致\(counts.passed)项，不一致\(counts.failed)项，未核对\(counts.unchecked)项"
  }

  private func figureSummary(_ counts: Verification.Counts) -> String {
    let names: [([FigureResult.State], String)] = [
      ([.verified], "与表格一致"), ([.external], "引自其他文件"), ([.acknowledged], "不一致并已注明"),
      ([.failed], "不一致"), ([.unchecked, .unbound], "未核对"),
    ]
    let parts = names.compactMap { states, name in
      let count = states.reduce(0) { $0 + (counts.figures[$1] ?? 0) }
      return count == 0 ? nil : "\(name)\(count)个"
    }
    guard !parts.isEmpty else { return "没有金额或百分比" }
    return "共\(counts.totalFigures)个：" + parts.joined(separator: "，")
  }
}
