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
  /// Appends the parts that the narrative puts in place.
  let placements: (Placement, inout HTMLBuffer) -> Void

  /// Appends the blocks one after another. A leading heading of level 1 is the page's title, which the
  /// page itself shows, and is left out here.
  ///
  /// The first use of each term in the running text links to its explanation: not in headings,
  /// links, figures, the printed contents or the glossary itself.
  func render(_ narrative: Narrative, into html: inout HTMLBuffer) {
    var plain = BlockWriter(figures: figures, marksLines: marksLines, placements: placements)
    var running = plain
    running.terms = TermMarker(glossary.scanner)
    var section = SectionKind.text
    for block in narrative.blocks.withoutTitle {
      if case .heading(let heading) = block { section = SectionKind(under: heading) }
      switch (section, block) {
      case (.contents, .list(_, let items)): printedContents(items, &plain, into: &html)
      case (.glossary, .list(let marker, let items)):
        plain.list(marker, items, explainsTerms: true, into: &html)
      case (.text, _): running.block(block, into: &html)
      default: plain.block(block, into: &html)
      }
    }
  }

  private func printedContents(
    _ items: [[Block]], _ writer: inout BlockWriter, into html: inout HTMLBuffer
  ) {
    html.raw("<ul class=\"printed-contents\">\n")
    for item in items {
      html.raw("<li>")
      for block in item {
        switch block {
        case .paragraph(let content, let position):
          writer.lineMark(position, into: &html)
          let isLink = contents.open(content, into: &html)
          writer.inlines(content, into: &html)
          if isLink { html.raw("</a>") }
        case .list(_, let inner):
          html.endLine()
          printedContents(inner, &writer, into: &html)
        default: writer.block(block, into: &html)
        }
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }
}

extension [Block] {
  /// The blocks without a heading of level 1 at their beginning.
  var withoutTitle: ArraySlice<Block> {
    if case .heading(let heading)? = first, heading.level == 1 { return dropFirst() }
    return self[...]
  }
}
