/// The words of a block of the narrative, with its figures and links at their places.
struct PassageText {
  /// A sentence of it.
  struct Part {
    var text = ""
    var figures: [BoundPassage] = []
    var links: [String] = []
  }

  private enum Piece {
    case words(String)
    case figure(BoundPassage)
    case link(String)
  }

  private var pieces: [Piece] = []

  init(_ nodes: [Element.Node], _ sources: FigureSourceList) {
    append(nodes, sources)
  }

  private mutating func append(_ nodes: [Element.Node], _ sources: FigureSourceList) {
    for node in nodes {
      switch node {
      case .text(let words): pieces.append(.words(words))
      case .element(let element): append(element, sources)
      }
    }
  }

  private mutating func append(_ element: Element, _ sources: FigureSourceList) {
    if element.has("marker") { return }
    if element.has("editor-note") {
      guard case .figure(let figure)? = pieces.last else { return }
      pieces[pieces.count - 1] = .figure(
        BoundPassage(
          text: figure.text, cells: figure.cells, facts: figure.facts, note: Self.note(element)))
      return
    }
    if element.has("figure") {
      let source = element.linkedID.flatMap { sources.entries[$0.exact] }
      pieces.append(
        .figure(
          BoundPassage(
            text: element.text, cells: source?.cells ?? element.linkedCell.map { [$0] } ?? [],
            facts: source?.facts ?? [], note: "")))
      return
    }
    if element.name == "br" { pieces.append(.words(" ")) }
    if element.name == "img" {
      pieces.append(.words(element["alt"] ?? ""))
      pieces.append(.link(element["src"] ?? ""))
    }
    append(element.nodes, sources)
    if element.name == "a", !element.has("term"), let href = element["href"] {
      pieces.append(.link(href))
    }
  }

  /// （编者注：原文如此） without what every note has.
  private static func note(_ element: Element) -> String {
    var note = element.text
    if note.hasPrefix("（编者注：") { note.removeFirst("（编者注：".count) }
    if note.hasSuffix("）") { note.removeLast() }
    return note
  }

  /// The sentences, or everything as one.
  func sentences(isWhole: Bool) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    var ends = false
    func isEnd(_ character: Character) -> Bool { "。！？".contains(character) }
    func isCloser(_ character: Character) -> Bool { "”’）》」』\")".contains(character) }
    for piece in pieces {
      switch piece {
      case .words(let words):
        for character in words {
          if ends, !isEnd(character), !isCloser(character) {
            parts.append(part)
            part = Part()
            ends = false
          }
          part.text.append(character == "\n" ? " " : character)
          if !isWhole, isEnd(character) { ends = true }
        }
      case .figure(let figure):
        if ends {
          parts.append(part)
          part = Part()
          ends = false
        }
        part.text += figure.text
        part.figures.append(figure)
      case .link(let link): part.links.append(link)
      }
    }
    parts.append(part)
    return parts.compactMap { part in
      var part = part
      part.text = part.text.trimmed
      return part.text.isEmpty && part.links.isEmpty ? nil : part
    }
  }
}
