import Budget

/// Writes blocks and inlines of a narrative.
struct BlockWriter {
  /// How each bound figure appears, by its index in the narrative.
  let figures: [FigureMark]
  /// Whether paragraphs say from which line they come.
  let marksLines: Bool
  /// Appends the parts that the narrative puts in place.
  let placements: (Placement, inout HTMLBuffer) -> Void
  /// Links the first use of each term, where the blocks are running text.
  var terms: TermMarker?
  /// The ids of the terms that were explained so far: one that is explained twice has one id.
  private var explained: Set<String> = []

  /// A writer that has written nothing.
  init(
    figures: [FigureMark], marksLines: Bool,
    placements: @escaping (Placement, inout HTMLBuffer) -> Void
  ) {
    self.figures = figures
    self.marksLines = marksLines
    self.placements = placements
  }

  mutating func block(_ block: Block, into html: inout HTMLBuffer) {
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
    case .placement(let placement): placements(placement, &html)
    }
  }

  /// Says, in a preview, from which line the paragraph that begins here comes.
  func lineMark(_ position: SourcePosition, into html: inout HTMLBuffer) {
    guard marksLines else { return }
    html.raw("<span id=\"")
    html.text(PagePlaces.lineID(position.line))
    html.raw("\"></span>")
  }

  private mutating func heading(_ heading: Heading, into html: inout HTMLBuffer) {
    html.raw("<h")
    html.number(heading.level)
    html.raw(" id=\"")
    html.text(heading.anchor)
    html.raw("\">")
    withoutTerms { $0.inlines(heading.content, into: &html) }
    html.raw("</h")
    html.number(heading.level)
    html.raw(">\n")
  }

  /// A numbered list prints its numbers as text: they are the author's words, and are copied,
  /// searched and read aloud like them.
  mutating func list(
    _ marker: ListMarker, _ items: [[Block]], explainsTerms: Bool = false,
    into html: inout HTMLBuffer
  ) {
    guard case .number(let start, let delimiter) = marker else {
      html.raw("<ul>\n")
      for item in items {
        self.item(item, marker: nil, explainsTerm: explainsTerms, into: &html)
      }
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
        item, marker: "\(start &+ offset)\(delimiter)", explainsTerm: explainsTerms, into: &html)
    }
    html.raw("</ol>\n")
  }

  /// An item. One that explains a term begins with it.
  private mutating func item(
    _ blocks: [Block], marker: String?, explainsTerm: Bool, into html: inout HTMLBuffer
  ) {
    let explanation = explainsTerm ? Glossary.explanation(blocks) : nil
    html.raw("<li")
    if let explanation {
      html.raw(" class=\"explained\"")
      if explained.insert(explanation.term.anchor).inserted {
        html.raw(" id=\"")
        html.text(explanation.term.anchor)
        html.raw("\"")
      }
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
      if let explanation {
        html.text(String(explanation.before))
        html.raw("<dfn>")
        html.text(explanation.term.words)
        html.raw("</dfn>")
        html.text(String(explanation.after))
        inlines(content.dropFirst(), into: &html)
      } else {
        inlines(content, into: &html)
      }
    }
    if !rest.isEmpty { html.endLine() }
    for block in rest { self.block(block, into: &html) }
    html.raw("</li>\n")
  }

  mutating func inlines(_ content: some Sequence<Inline>, into html: inout HTMLBuffer) {
    for inline in content { self.inline(inline, into: &html) }
  }

  private mutating func inline(_ inline: Inline, into html: inout HTMLBuffer) {
    switch inline {
    case .text(let words, _):
      if terms == nil { html.text(words) } else { terms?.append(words, to: &html) }
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
      withoutTerms { $0.inlines(inner, into: &html) }
      html.raw("</a>")
    case .image(let file, let alternative, _):
      html.raw("<img src=\"")
      html.text(URLPath.relative(file))
      html.raw("\" alt=\"")
      html.text(alternative)
      html.raw("\">")
    case .figure(let figure):
      guard figures.indices.contains(figure.index) else { return html.text(figure.text) }
      figures[figure.index].render(figure, into: &html)
    case .misbound(let inner): inlines(inner, into: &html)
    }
  }

  private mutating func element(
    _ name: StaticString, _ inner: [Inline], into html: inout HTMLBuffer
  ) {
    html.raw("<")
    html.raw(name)
    html.raw(">")
    inlines(inner, into: &html)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }

  /// Writes what no term is marked in.
  private mutating func withoutTerms(_ write: (inout BlockWriter) -> Void) {
    let terms = self.terms
    self.terms = nil
    write(&self)
    self.terms = terms
  }
}
