import Budget

/// The narrative as the search sees it: its headings, and its paragraphs under them.
struct NarrativeParts {
  /// The report.
  let report: Report

  /// Adds all headings and paragraphs.
  func add(to parts: inout PartBuilder) {
    var blocks = report.narrative.blocks[...]
    if case .heading(let heading)? = blocks.first, heading.level == 1 {
      blocks = blocks.dropFirst()
    }
    let listed = listedElsewhere()
    for block in blocks { add(block, listed, to: &parts) }
    parts.divide()
  }

  private func add(_ block: Block, _ listed: Set<[UInt32]>, to parts: inout PartBuilder) {
    switch block {
    case .heading(let heading): add(heading, to: &parts)
    case .paragraph(let content, _): add(content.plainText, listed, to: &parts)
    case .code(let text): add(text, listed, to: &parts)
    case .quote(let blocks):
      for inner in blocks { add(inner, listed, to: &parts) }
    case .list(_, let items):
      for inner in items.joined() { add(inner, listed, to: &parts) }
    case .thematicBreak, .placement: break
    }
  }

  private func add(_ heading: Heading, to parts: inout PartBuilder) {
    let text = heading.content.plainText
    func write(_ kind: StaticString, _ buffer: inout ScriptBuffer) {
      buffer.raw(kind)
      buffer.string(heading.anchor)
      buffer.raw(",")
      buffer.string(text)
      buffer.raw("]")
    }
    parts.setContext([text]) { write("[5,", &$0) }
    parts.line { buffer, tokenizer in
      write("[0,", &buffer)
      return tokenizer.add(text, isLabel: true)
    }
  }

  private func add(_ text: String, _ listed: Set<[UInt32]>, to parts: inout PartBuilder) {
    guard !text.isEmpty else { return }
    // No heading is as long as most paragraphs are.
    if text.utf8.count < 240, listed.contains(Self.folded(text)) { return }
    parts.line { buffer, tokenizer in
      buffer.raw("[1,")
      buffer.string(text)
      buffer.raw("]")
      return tokenizer.add(text, isLabel: false)
    }
  }

  /// The headings and tables' titles: a contents list that the author wrote repeats them, and a
  /// reader wants the place itself.
  private func listedElsewhere() -> Set<[UInt32]> {
    var listed: Set<[UInt32]> = []
    for case .heading(let heading) in report.narrative.blocks {
      listed.insert(Self.folded(heading.content.plainText))
    }
    for table in report.tables {
      listed.insert(Self.folded(table.form.number + table.form.title))
    }
    return listed
  }

  private static func folded(_ text: String) -> [UInt32] {
    var folded = FoldedText()
    folded.fold(text)
    return folded.scalars
  }
}
