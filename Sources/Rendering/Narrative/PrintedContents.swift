import Budget

/// The list of contents that the disclosure itself prints (目录), whose entries become links.
///
/// An entry that matches no heading and no table word for word stays plain text: the source's own
/// wording is kept, and the check of contents reports the difference.
struct PrintedContents {
  /// The heading under which a disclosure prints its contents.
  private static let title = "目录"

  /// Where an entry leads, by its words without white space.
  private let links: [String: String]

  init(_ report: Report) {
    var links: [String: String] = [:]
    for case .heading(let heading) in report.narrative.blocks where heading.level > 1 {
      let words = Self.bare(heading.content.plainText)
      links[words] = links[words] ?? "#" + heading.anchor
    }
    for table in report.tables {
      links[Self.bare(table.form.number + "、" + table.form.title)] = table.form.id + ".html"
    }
    self.links = links
  }

  /// Whether the list under a heading is the printed contents.
  static func isHeading(_ content: [Inline]) -> Bool {
    bare(content.plainText) == title
  }

  /// Where an entry leads; `nil` if nothing is called so.
  func link(for content: [Inline]) -> String? {
    links[Self.bare(content.plainText)].map(LinkFragment.encodedLink)
  }

  private static func bare(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
