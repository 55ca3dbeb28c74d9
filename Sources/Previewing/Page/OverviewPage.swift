import Budget
import Rendering

/// What still stands between the content and its publication, report by report.
struct OverviewPage {
  /// A report and what is wrong with it.
  struct Entry {
    /// The report's path.
    let path: String
    /// What people call it.
    let title: String
    /// What was found; `nil` if it is not checked yet.
    let findings: [PlacedFinding]?
  }

  /// What is wrong with the site as a whole.
  let site: [PlacedFinding]
  /// The reports in the order of their paths.
  let reports: [Entry]

  private var checked: [[PlacedFinding]] { reports.compactMap(\.findings) }
  private var isComplete: Bool { checked.count == reports.count }
  private var errorCount: Int {
    site.count(.error) + checked.reduce(0) { $0 + $1.count(.error) }
  }

  /// The page.
  var page: DecoratedPage {
    var html = HTMLBuffer()
    html.raw("<main>\n<p class=\"preview-summary\"><strong>预览</strong></p>\n<h1>检查总览</h1>\n")
    html.raw("<p class=\"preview-lost\" role=\"status\"></p>\n")
    conclusion(into: &html)
    if !site.isEmpty {
      html.raw("<section aria-labelledby=\"site\">\n<h2 id=\"site\">整个网站</h2>\n")
      findings(site, into: &html)
      html.raw("</section>\n")
    }
    html.raw("<section aria-labelledby=\"reports\">\n<h2 id=\"reports\">各份报告</h2>\n")
    if reports.isEmpty {
      html.raw("<p>还没有报告。内容文件夹里每个放有 report.yml 的文件夹是一份报告。</p>\n")
    }
    for entry in reports { report(entry, into: &html) }
    html.raw("</section>\n<p><a href=\"/\">网站首页</a></p>\n</main>\n")
    return PreviewPage.page("检查总览 · 预览", html.bytes)
  }

  private func conclusion(into html: inout HTMLBuffer) {
    if !isComplete {
      html.raw("<p role=\"status\">正在检查：已完成 ")
      html.number(checked.count)
      html.raw(" 份，共 ")
      html.number(reports.count)
      html.raw(" 份。</p>\n")
    }
    if errorCount > 0 {
      html.raw("<p class=\"preview-error\"><strong>还有 ")
      html.number(errorCount)
      html.raw(" 个错误，改正后才能发布。</strong></p>\n")
    } else if isComplete {
      html.raw("<p class=\"preview-passed\"><strong>没有错误，可以发布。</strong>")
      html.raw("运行 sitegen 生成网站。</p>\n")
    }
  }

  private func report(_ entry: Entry, into html: inout HTMLBuffer) {
    guard let found = entry.findings else { return }
    html.raw("<article>\n<h3 id=\"")
    html.text(entry.path)
    html.raw("\"><a href=\"/")
    html.text(URLPath.encoded(entry.path))
    html.raw("/\">")
    html.text(entry.title)
    html.raw("</a></h3>\n")
    if found.allSatisfy({ $0.finding.severity == .acknowledged }) {
      html.raw("<p class=\"preview-passed\">没有错误和警告。</p>\n")
    }
    findings(found, into: &html)
    let acknowledged = found.count(.acknowledged)
    if acknowledged > 0 {
      html.raw("<p>原文如此、已加注说明 ")
      html.number(acknowledged)
      html.raw(" 处。</p>\n")
    }
    html.raw("</article>\n")
  }

  private func findings(_ found: [PlacedFinding], into html: inout HTMLBuffer) {
    let errors = found.filter { $0.finding.severity == .error }
    let warnings = found.filter { $0.finding.severity == .warning }
    if !errors.isEmpty {
      html.raw("<p class=\"preview-error\">")
      html.number(errors.count)
      html.raw(" 个错误</p>\n")
      FindingList(errors, elsewhere: true).render(from: 1, into: &html)
    }
    guard !warnings.isEmpty else { return }
    html.raw("<details><summary>")
    html.number(warnings.count)
    html.raw(" 个警告，不妨碍发布</summary>\n")
    FindingList(warnings, elsewhere: true).render(from: errors.count + 1, into: &html)
    html.raw("</details>\n")
  }
}
