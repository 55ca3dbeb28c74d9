import Budget

/// The page's own list of contents, made of the narrative's headings.
struct TableOfContents {
  /// An entry with the entries under it.
  struct Entry {
    let heading: Heading
    var children: [Entry] = []
  }

  /// The top-level entries.
  let entries: [Entry]

  /// The headings of levels 2 to 4, nested by level; a skipped level is no gap.
  init(_ narrative: Narrative) {
    var headings: [Heading] = []
    for case .heading(let heading) in narrative.blocks where (2...4).contains(heading.level) {
      headings.append(heading)
    }
    var rest = headings[...]
    entries = Self.take(from: &rest, above: 0)
  }

  /// Takes the headings that lie below `level`. Levels are 2…4, so this is at most 3 calls deep.
  private static func take(from rest: inout ArraySlice<Heading>, above level: Int) -> [Entry] {
    var entries: [Entry] = []
    while let heading = rest.first, heading.level > level {
      rest = rest.dropFirst()
      entries.append(
        Entry(heading: heading, children: take(from: &rest, above: heading.level)))
    }
    return entries
  }

  /// Appends nested `<ol>` with links to the headings.
  func render(into html: inout HTMLBuffer) {
    Self.list(entries, into: &html)
  }

  private static func list(_ entries: [Entry], into html: inout HTMLBuffer) {
    guard !entries.isEmpty else { return }
    html.raw("<ol>\n")
    for entry in entries {
      html.raw("<li><a href=\"#")
      html.fragment(entry.heading.anchor)
      html.raw("\">")
      html.text(entry.heading.content.words)
      html.raw("</a>")
      if !entry.children.isEmpty { html.endLine() }
      list(entry.children, into: &html)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n")
  }
}
