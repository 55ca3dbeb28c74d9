import Budget

/// The list of figures that are reckoned or come from outside, with what they are made of.
struct FigureSourceList {
  /// The cells and facts that a figure is made of.
  struct Source {
    var cells: [CellName] = []
    var facts: [String] = []
  }

  /// By the ids of the entries.
  let entries: [ExactText: Source]
  /// All facts, each once, in the order in which they are first cited.
  let facts: [PublishedFact]

  init(_ page: Element) {
    var entries: [ExactText: Source] = [:]
    var facts: [PublishedFact] = []
    var known: Set<ExactText> = []
    for entry in page.first("ol", "figure-sources")?.children ?? [] {
      var source = Source()
      for operand in entry.first("ul")?.children ?? [] {
        if let cell = operand.first("a")?.linkedCell {
          source.cells.append(cell)
          continue
        }
        let text = operand.text
        guard let colon = text.firstIndex(of: "：") else { continue }
        let name = String(text[..<colon])
        source.facts.append(name)
        if known.insert(name.exact).inserted {
          facts.append(PublishedFact(name: name, text: String(text[text.index(after: colon)...])))
        }
      }
      if let id = entry["id"] { entries[id.exact] = source }
    }
    self.entries = entries
    self.facts = facts
  }
}
