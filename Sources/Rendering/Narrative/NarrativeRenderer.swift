import Budget

/// Renders a narrative as HTML.
struct NarrativeRenderer {
  /// How each bound figure appears, by its index in the narrative.
  let figures: [FigureMark]
  /// Where the entries of the printed contents lead.
  let contents: PrintedContents
  /// The markup of the parts that the narrative puts in place.
  let placements: (Placement) -> [UInt8]

  /// The blocks one after another. A leading heading of level 1 is the page's title, which the
  /// page itself shows, and is left out here.
  func render(_ narrative: Narrative) -> [UInt8] {
    var html = HTMLBuffer(capacity: 32_768)
    var isContents = false
    for block in narrative.blocks.withoutTitle {
      switch block {
      case .heading(let heading): isContents = PrintedContents.isHeading(heading.content)
      case .list(_, let items) where isContents:
        printedContents(items, into: &html)
        continue
      default: break
      }
      self.block(block, into: &html)
    }
    return html.bytes
  }

  private func printedContents(_ items: [[Block]], into html: inout HTMLBuffer) {
    html.raw("<ul class=\"printed-contents\">\n")
    for item in items {
      html.raw("<li>")
      for block in item {
        switch block {
        case .paragraph(let content, _): contentsEntry(content, into: &html)
        case .list(_, let inner):
          html.endLine()
          printedContents(inner, into: &html)
        default: self.block(block, into: &html)
        }
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func contentsEntry(_ content: [Inline], into html: inout HTMLBuffer) {
    guard let link = contents.link(for: content) else { return inlines(content, into: &html) }
    html.raw("<a href=\"")
    html.text(link)
    html.raw("\">")
    inlines(content, into: &html)
    html.raw("</a>")
  }

  private func block(_ block: Block, into html: inout HTMLBuffer) {
    switch block {
    case .heading(let heading): self.heading(heading, into: &html)
    case .paragraph(let content, _):
      html.raw("<p>")
      inlines(content, into: &html)
      html.raw("</p>\n")
    case .list(let marker, let items): list(marker, items, into: &html)
    case .quote(let blocks):
      html.raw("<blockquote>\n")
      for inner in blocks { self.block(inner, into: &html) }
      html.raw("</blockquote>\n")
    case .code(let text):
      html.raw("<pre>")
      html.text(text)
      html.raw("</pre>\n")
    case .thematicBreak: html.raw("<hr>\n")
    case .placement(let placement): html.markup(placements(placement))
    }
  }

  private func heading(_ heading: Heading, into html: inout HTMLBuffer) {
    html.raw("<h")
    html.number(heading.level)
    html.raw(" id=\"")
    html.text(heading.anchor)
    html.raw("\">")
    inlines(heading.content, into: &html)
    html.raw("</h")
    html.number(heading.level)
    html.raw(">\n")
  }

  /// A numbered list prints its numbers as text: they are the author's words, and are copied,
  /// searched and read aloud like them.
  private func list(_ marker: ListMarker, _ items: [[Block]], into html: inout HTMLBuffer) {
    guard case .number(let start, let delimiter) = marker else {
      html.raw("<ul>\n")
      for item in items { self.item(item, marker: nil, into: &html) }
      html.raw("</ul>\n")
      return
    }
    html.raw("<ol class=\"numbered\"")
    if start != 1 {
      html.raw(" start=\"")
      html.number(start)
      html.raw("\"")
    }
    html.raw(">\n")
    for (offset, item) in items.enumerated() {
      self.item(item, marker: "\(start &+ offset)\(delimiter)", into: &html)
    }
    html.raw("</ol>\n")
  }

  private func item(_ blocks: [Block], marker: String?, into html: inout HTMLBuffer) {
    html.raw("<li>")
    if let marker {
      html.raw("<span class=\"marker\">")
      html.text(marker)
      html.raw("</span>")
    }
    var rest = blocks[...]
    if case .paragraph(let content, _)? = rest.first {
      rest = rest.dropFirst()
      inlines(content, into: &html)
    }
    if !rest.isEmpty { html.endLine() }
    for block in rest { self.block(block, into: &html) }
    html.raw("</li>\n")
  }

  private func inlines(_ content: [Inline], into html: inout HTMLBuffer) {
    for inline in content { self.inline(inline, into: &html) }
  }

  private func inline(_ inline: Inline, into html: inout HTMLBuffer) {
    switch inline {
    case .text(let words, _): html.text(words)
    case .softBreak: html.endLine()
    case .lineBreak: html.raw("<br>\n")
    case .emphasis(let inner): element("em", inner, into: &html)
    case .strong(let inner): element("strong", inner, into: &html)
    case .code(let words):
      html.raw("<code>")
      html.text(words)
      html.raw("</code>")
    case .link(let destination, let title, let inner):
      html.raw("<a href=\"")
      html.text(destination)
      if !title.isEmpty {
        html.raw("\" title=\"")
        html.text(title)
      }
      html.raw("\">")
      inlines(inner, into: &html)
      html.raw("</a>")
    case .image(let destination, let alternative, _):
      html.raw("<img src=\"")
      html.text(destination)
      html.raw("\" alt=\"")
      html.text(alternative)
      html.raw("\">")
    case .figure(let figure):
      guard figures.indices.contains(figure.index) else { return html.text(figure.text) }
      figures[figure.index].render(figure, into: &html)
    }
  }

  private func element(_ name: StaticString, _ inner: [Inline], into html: inout HTMLBuffer) {
    html.raw("<")
    html.raw(name)
    html.raw(">")
    inlines(inner, into: &html)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }
}

extension [Block] {
  /// The blocks without a heading of level 1 at their beginning.
  var withoutTitle: ArraySlice<Block> {
    if case .heading(let heading)? = first, heading.level == 1 { return dropFirst() }
    return self[...]
  }
}
