import Budget

/// Renders a narrative as HTML.
struct NarrativeRenderer {
  /// How each bound figure appears, by its index in the narrative.
  let figures: [FigureMark]
  /// Where the entries of the printed contents lead.
  let contents: PrintedContents
  /// The terms that the narrative explains.
  let glossary: Glossary
  /// Whether paragraphs say from which line they come.
  let marksLines: Bool
  /// The markup of the parts that the narrative puts in place.
  let placements: (Placement) -> [UInt8]

  /// The blocks one after another. A leading heading of level 1 is the page's title, which the
  /// page itself shows, and is left out here.
  func render(_ narrative: Narrative) -> [UInt8] {
    var html = HTMLBuffer(capacity: 32_768)
    let terms = glossary.firstUses(in: narrative)
    var isContents = false
    var isGlossary = false
    for block in narrative.blocks.withoutTitle {
      switch block {
      case .heading(let heading):
        isContents = PrintedContents.isHeading(heading.content)
        isGlossary = Glossary.isHeading(heading.content)
      case .list(_, let items) where isContents:
        printedContents(items, into: &html)
        continue
      case .list(let marker, let items) where isGlossary:
        plain.list(
          marker, items, anchor: glossary.anchor, into: &html)
        continue
      default: break
      }
      BlockWriter(renderer: self, terms: terms).block(block, into: &html)
    }
    return html.bytes
  }

  private var plain: BlockWriter { BlockWriter(renderer: self, terms: [:]) }

  private func printedContents(_ items: [[Block]], into html: inout HTMLBuffer) {
    html.raw("<ul class=\"printed-contents\">\n")
    for item in items {
      html.raw("<li>")
      for block in item {
        switch block {
        case .paragraph(let content, let position):
          plain.lineMark(position, into: &html)
          contentsEntry(content, into: &html)
        case .list(_, let inner):
          html.endLine()
          printedContents(inner, into: &html)
        default: plain.block(block, into: &html)
        }
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func contentsEntry(_ content: [Inline], into html: inout HTMLBuffer) {
    guard let link = contents.link(for: content) else { return plain.inlines(content, into: &html) }
    html.raw("<a href=\"")
    html.text(link)
    html.raw("\">")
    plain.inlines(content, into: &html)
    html.raw("</a>")
  }
}

extension [Block] {
  /// The blocks without a heading of level 1 at their beginning.
  var withoutTitle: ArraySlice<Block> {
    if case .heading(let heading)? = first, heading.level == 1 { return dropFirst() }
    return self[...]
  }
}
