import Budget
import Rendering

/// What a preview says on a page of the site: what is wrong, and what is not shown as it is.
struct PageNotice: Sendable {
  /// The page within the site.
  let page: String
  /// What is wrong with the site as a whole.
  let site: [PlacedFinding]
  /// What is wrong with the page's report.
  let report: [PlacedFinding]
  /// Whether the page can no longer be made, and is shown as it was.
  var isOutdated = false

  private var own: [PlacedFinding] { report.filter { $0.place == nil || $0.place?.page == page } }
  private var elsewhere: [PlacedFinding] {
    report.filter { $0.place != nil && $0.place?.page != page }
  }

  /// The notice as the first thing on the page.
  func render() -> [UInt8] {
    let shown = site + own
    let errors = shown.filter { $0.finding.severity == .error }
    let warnings = shown.filter { $0.finding.severity == .warning }
    var html = HTMLBuffer()
    html.raw("<aside class=\"preview-notice\" aria-label=\"预览\">\n<p class=\"preview-summary\">")
    html.raw("<strong>预览</strong> ")
    summary(errors.count, warnings.count, into: &html)
    html.raw(" <a href=\"/")
    html.text(Preview.folder)
    html.raw("/\">检查总览</a></p>\n")
    html.raw("<p class=\"preview-lost\" role=\"status\"></p>\n")
    if isOutdated {
      html.raw("<p class=\"preview-outdated\">这一页现在生成不出来，下面是上一次能生成时的样子。</p>\n")
    }
    if !errors.isEmpty {
      // Many would push the page out of sight, where each shows in its place.
      html.raw(errors.count > 3 ? "<details>" : "<details open>")
      html.raw("<summary>列出错误</summary>\n")
      FindingList(errors).render(from: 1, into: &html)
      html.raw("</details>\n")
    }
    if !warnings.isEmpty {
      html.raw("<details><summary>")
      html.number(warnings.count)
      html.raw(" 个警告，不妨碍发布</summary>\n")
      FindingList(warnings).render(from: errors.count + 1, into: &html)
      html.raw("</details>\n")
    }
    html.raw("</aside>\n")
    return html.bytes
  }

  private func summary(_ errors: Int, _ warnings: Int, into html: inout HTMLBuffer) {
    if errors > 0 {
      html.raw("<span class=\"preview-error\">")
      html.number(errors)
      html.raw(" 个错误，改正后才能发布。</span>")
    } else {
      html.raw(warnings > 0 ? "本页没有错误。" : "本页没有发现问题。")
    }
    let others = elsewhere.count(.error)
    if others > 0 {
      html.raw(" <span class=\"preview-error\">本报告其他页还有 ")
      html.number(others)
      html.raw(" 个错误。</span>")
    }
  }
}
