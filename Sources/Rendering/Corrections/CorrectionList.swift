import Budget

/// Writes dated corrections as a list, each on one line with both values.
enum CorrectionList {
  /// The corrections of `report` that `isIncluded`, the latest first; empty without any.
  static func render(
    _ report: Report, where isIncluded: (Correction) -> Bool = { _ in true }
  ) -> [UInt8] {
    let included = report.corrections.enumerated().filter { isIncluded($0.element) }
    guard !included.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.raw("<ul class=\"corrections\">\n")
    for (offset, correction) in included.reversed() {
      let text = CorrectionText(report: report, correction: correction)
      html.raw("<li id=\"")
      html.text(CorrectionText.id(offset))
      html.raw("\"><time datetime=\"")
      html.text(correction.date.day)
      html.raw("\">")
      html.text(correction.date.description)
      html.raw("</time> <a href=\"")
      html.text(LinkFragment.encodedLink(text.link))
      html.raw("\">")
      html.text(text.place)
      html.raw("</a>由<del>")
      html.text(text.earlier)
      html.raw("</del>更正为<ins>")
      html.text(text.now)
      html.raw("</ins>")
      if !text.nowEndsASentence { html.raw("。") }
      html.raw("原因：")
      html.text(text.reason)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    return html.bytes
  }
}

/// The corrected cells of one table. The cell itself keeps nothing but its present value, so that
/// copies, sums and sorting see that alone; the style sheet shows the earlier one beside it.
struct CorrectedCells {
  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// For each corrected cell the attributes to write.
  private var marks: [Place: (earlier: String, ids: [String])] = [:]

  /// The corrected cells of the report's table at `index`.
  init(_ report: Report, table index: Int) {
    for (offset, correction) in report.corrections.enumerated() {
      guard let cell = correction.cell, cell.table == index else { continue }
      let place = Place(row: cell.row, column: cell.column)
      let text = CorrectionText(report: report, correction: correction)
      let ids = (marks[place]?.ids ?? []) + [CorrectionText.id(offset)]
      marks[place] = (text.earlier, ids)
    }
  }

  /// What marks a cell as corrected; nothing for other cells.
  func attributes(row: Int, _ column: Int) -> [UInt8] {
    guard !marks.isEmpty else { return [] }
    var html = HTMLBuffer(capacity: 0)
    appendAttributes(row: row, column: column, to: &html)
    return html.bytes
  }

  /// Appends what marks a cell as corrected; nothing for other cells.
  func appendAttributes(row: Int, column: Int, to html: inout HTMLBuffer) {
    guard !marks.isEmpty, let mark = marks[Place(row: row, column: column)] else { return }
    html.raw(" data-earlier=\"")
    html.text(mark.earlier)
    html.raw("\" aria-describedby=\"")
    html.text(mark.ids.joined(separator: " "))
    html.raw("\"")
  }
}
