/// Reads the narrative of a report's page, sentence by sentence.
struct NarrativeReader {
  let sources: FigureSourceList

  /// The sentences and headings in their order.
  func sentences(_ narrative: Element) -> [Sentence] {
    var walk = Walk(sources: sources)
    walk.blocks(of: narrative)
    return walk.sentences
  }

  private struct Walk {
    let sources: FigureSourceList
    var sentences: [Sentence] = []
    var heading = ""
    var isContents = false

    mutating func blocks(of element: Element) {
      for child in element.children { block(child) }
    }

    private mutating func block(_ element: Element) {
      switch element.name {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        heading = element.text
        write(PassageText(element.nodes, sources), .heading)
      case "p": write(PassageText(element.nodes, sources), .paragraph)
      case "pre": write(PassageText(element.nodes, sources), .code)
      case "li": item(element)
      // Charts and the list of tables are compared by themselves.
      case "figure": return
      case "div" where element.has("table-list"): return
      case "ul" where element.has("printed-contents"):
        let outer = isContents
        isContents = true
        blocks(of: element)
        isContents = outer
      default: blocks(of: element)
      }
    }

    /// An item's own words come first, further blocks after them.
    private mutating func item(_ element: Element) {
      let isBlock: (Element.Node) -> Bool = { node in
        guard case .element(let child) = node else { return false }
        return ["p", "ul", "ol", "blockquote", "pre", "figure", "div", "hr"].contains(child.name)
      }
      let words = element.nodes.prefix { !isBlock($0) }
      write(PassageText(Array(words), sources), .item)
      for case .element(let child) in element.nodes.dropFirst(words.count) { block(child) }
    }

    private mutating func write(_ passage: PassageText, _ block: Sentence.Block) {
      var opens = true
      for part in passage.sentences(isWhole: block == .heading || block == .code) {
        sentences.append(
          Sentence(
            text: part.text, block: block, opensBlock: opens, heading: heading,
            figures: part.figures, links: isContents ? [] : part.links))
        opens = false
      }
    }
  }
}
