import Budget

/// The list of contents that the disclosure itself prints (目录), whose entries become links.
///
/// An entry that matches no heading and no table word for word stays plain text: the source's own
/// wording is kept, and the check of contents reports the difference.
struct PrintedContents {
  /// The heading under which a disclosure prints its contents.
  private static let title = "目录"

  /// Where an entry leads, by its words without white space.
  private let links: [ExactText: String]

  init(_ report: Report) {
    var links: [ExactText: String] = [:]
    for case .heading(let heading) in report.narrative.blocks where heading.level > 1 {
      let words = ExactText(RowName.withoutSpaces(heading.content.plainText))
      links[words] = links[words] ?? "#" + heading.anchor
    }
    for table in report.tables {
      let name = RowName.withoutSpaces(table.form.number + "、" + table.form.title)
      links[ExactText(name)] = table.form.id + ".html"
    }
    self.links = links
  }

  /// Whether the list under a heading is the printed contents.
  static func isHeading(_ content: [Inline]) -> Bool {
    RowName.withoutSpaces(content.plainText).hasSameBytes(as: title)
  }

  /// Where an entry leads; `nil` if nothing is called so.
  func link(for content: [Inline]) -> String? {
    links[ExactText(RowName.withoutSpaces(content.plainText))].map(LinkFragment.encodedLink)
  }
}
