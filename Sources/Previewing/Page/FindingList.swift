import Budget
import Rendering

/// Findings as a numbered list, each with its rule, its place, and the values that took part.
struct FindingList {
  /// More would not be read, and a file full of mistakes has tens of thousands.
  private static let limit = 100

  private let findings: [PlacedFinding]
  /// Whether each leads to its page, and not only to its place on the page where the list stands.
  private let isElsewhere: Bool

  /// A list for the findings' own page, or for another.
  init(_ findings: [PlacedFinding], elsewhere: Bool = false) {
    self.findings = findings
    isElsewhere = elsewhere
  }

  /// Appends the list, numbered from `start`.
  func render(from start: Int, into html: inout HTMLBuffer) {
    html.raw("<ol class=\"preview-findings\" start=\"")
    html.number(start)
    html.raw("\">\n")
    for (offset, finding) in findings.prefix(Self.limit).enumerated() {
      item(finding, number: start + offset, into: &html)
    }
    html.raw("</ol>\n")
    guard findings.count > Self.limit else { return }
    html.raw("<p>另有 ")
    html.number(findings.count - Self.limit)
    html.raw(" 个没有列出；改正上面的以后再看，或运行 sitegen check。</p>\n")
  }

  private func item(_ placed: PlacedFinding, number: Int, into html: inout HTMLBuffer) {
    let finding = placed.finding
    html.raw("<li class=\"")
    html.text(finding.severity.rawValue)
    if !isElsewhere {
      html.raw("\" id=\"finding-")
      html.number(number)
      if let id = placed.place?.id {
        html.raw("\" data-place=\"")
        html.text(id)
        html.raw("\" data-words=\"")
        html.text(placed.words)
      }
    }
    html.raw("\"><p><strong>")
    html.raw(finding.severity == .error ? "错误" : "警告")
    html.raw("</strong> <span class=\"preview-message\">")
    html.text(finding.message)
    html.raw("</span></p>\n<p class=\"preview-place\">")
    place(placed, into: &html)
    html.raw(" <code>")
    html.text(finding.rule)
    html.raw("</code></p>\n")
    if let excerpt = placed.excerpt {
      html.raw("<pre tabindex=\"0\" aria-label=\"这一行的原文\">")
      html.text(String(excerpt.unicodeScalars.prefix(200)))
      html.raw("</pre>\n")
    }
    values(placed.values, into: &html)
    html.raw("</li>\n")
  }

  private func place(_ placed: PlacedFinding, into html: inout HTMLBuffer) {
    let position = placed.finding.position
    let source = "\(position.file) 第\(position.line)行第\(position.column)个字"
    guard let place = placed.place, isElsewhere || place.id != nil else {
      return html.text(source)
    }
    html.raw("<a href=\"")
    html.text(place.address)
    html.raw("\">看这一处</a> ")
    html.text(source)
  }

  private func values(_ values: [PlacedFinding.Value], into html: inout HTMLBuffer) {
    guard !values.isEmpty else { return }
    html.raw("<details><summary>参与核对的 ")
    html.number(values.count)
    html.raw(" 个数</summary>\n<ul>\n")
    for value in values.prefix(Self.limit) {
      let contributor = value.contributor
      html.raw("<li>")
      html.raw(contributor.side == .left ? "左 " : "右 ")
      html.raw(contributor.isSubtracted ? "− " : "＋ ")
      html.text(contributor.text.isEmpty ? "（空）" : contributor.text)
      html.raw(" ")
      if let address = value.place?.address {
        html.raw("<a href=\"")
        html.text(address)
        html.raw("\">")
        html.text(contributor.name)
        html.raw("</a>")
      } else {
        html.text(contributor.name)
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</details>\n")
  }
}
