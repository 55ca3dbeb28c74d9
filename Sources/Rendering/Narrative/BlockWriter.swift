import Budget

/// Writes blocks and inlines of a narrative.
struct BlockWriter {
  let renderer: NarrativeRenderer
  /// The terms to link, by the place of the text that they stand in.
  let terms: [SourcePosition: [Glossary.Mark]]

  func block(_ block: Block, into html: inout HTMLBuffer) {
    switch block {
    case .heading(let heading): self.heading(heading, into: &html)
    case .paragraph(let content, let position):
      html.raw("<p>")
      lineMark(position, into: &html)
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
    case .placement(let placement): html.markup(renderer.placements(placement))
    }
  }

  /// Says, in a preview, from which line the paragraph that begins here comes.
  func lineMark(_ position: SourcePosition, into html: inout HTMLBuffer) {
    guard renderer.marksLines else { return }
    html.raw("<span id=\"")
    html.text(PagePlaces.lineID(position.line))
    html.raw("\"></span>")
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
  func list(
    _ marker: ListMarker, _ items: [[Block]], anchor: ([Block]) -> String? = { _ in nil },
    into html: inout HTMLBuffer
  ) {
    guard case .number(let start, let delimiter) = marker else {
      html.raw("<ul>\n")
      for item in items { self.item(item, marker: nil, anchor: anchor(item), into: &html) }
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
      self.item(
        item, marker: "\(start &+ offset)\(delimiter)", anchor: anchor(item), into: &html)
    }
    html.raw("</ol>\n")
  }

  /// An item; one with an `anchor` explains a term, with which it begins.
  private func item(
    _ blocks: [Block], marker: String?, anchor: String?, into html: inout HTMLBuffer
  ) {
    html.raw("<li")
    if let anchor {
      html.raw(" class=\"explained\" id=\"")
      html.text(anchor)
      html.raw("\"")
    }
    html.raw(">")
    if let marker {
      html.raw("<span class=\"marker\">")
      html.text(marker)
      html.raw("</span>")
    }
    var rest = blocks[...]
    if case .paragraph(let content, let position)? = rest.first {
      rest = rest.dropFirst()
      lineMark(position, into: &html)
      if anchor != nil, let term = Glossary.term(blocks) {
        explanation(of: term, content, into: &html)
      } else {
        inlines(content, into: &html)
      }
    }
    if !rest.isEmpty { html.endLine() }
    for block in rest { self.block(block, into: &html) }
    html.raw("</li>\n")
  }

  private func explanation(
    of term: String, _ content: [Inline], into html: inout HTMLBuffer
  ) {
    guard case .text(let words, _)? = content.first, let range = words.firstRange(of: term) else {
      return inlines(content, into: &html)
    }
    html.text(String(words[..<range.lowerBound]))
    html.raw("<dfn>")
    html.text(term)
    html.raw("</dfn>")
    html.text(String(words[range.upperBound...]))
    inlines(Array(content.dropFirst()), into: &html)
  }

  func inlines(_ content: [Inline], into html: inout HTMLBuffer) {
    for inline in content { self.inline(inline, into: &html) }
  }

  private func inline(_ inline: Inline, into html: inout HTMLBuffer) {
    switch inline {
    case .text(let words, let position):
      TermMarker.append(words, terms[position] ?? [], to: &html)
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
      let marks = renderer.figures
      guard marks.indices.contains(figure.index) else { return html.text(figure.text) }
      marks[figure.index].render(figure, into: &html)
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
