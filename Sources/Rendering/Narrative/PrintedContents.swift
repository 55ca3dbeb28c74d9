import Budget

/// The list of contents that the disclosure itself prints (目录), whose entries become links.
///
/// An entry that matches no heading and no table word for word stays plain text: the source's own
/// wording is kept, and the check of contents reports the difference.
struct PrintedContents {
  /// Where an entry leads.
  private enum Target {
    /// To a heading on the same page.
    case heading(anchor: String)
    /// To a table's page.
    case table(page: String)
  }

  /// Where an entry leads, by its words without white space.
  private var targets: [ExactText: Target] = [:]

  /// The targets in `report`, whose tables' forms have these `parts`.
  init(_ report: Report, _ parts: [FormParts]) {
    targets.reserveCapacity(report.narrative.blocks.count + report.tables.count)
    for case .heading(let heading) in report.narrative.blocks where heading.level > 1 {
      let words = ExactText(RowName.withoutSpaces(heading.content.words))
      if targets[words] == nil { targets[words] = .heading(anchor: heading.anchor) }
    }
    for form in parts { targets[form.contentsEntry] = .table(page: form.page) }
  }

  /// Appends the beginning of the link that an entry becomes; `false` if nothing is called so.
  func open(_ content: [Inline], into html: inout HTMLBuffer) -> Bool {
    guard let target = targets[ExactText(RowName.withoutSpaces(content.words))] else {
      return false
    }
    switch target {
    case .heading(let anchor):
      html.raw("<a href=\"#")
      html.fragment(anchor)
    case .table(let page):
      html.raw("<a href=\"")
      html.text(page)
    }
    html.raw("\">")
    return true
  }
}
