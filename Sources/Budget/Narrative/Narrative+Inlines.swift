/// A picture in a narrative.
public struct Picture: Sendable {
  /// Its file within the report's folder, as it is named there.
  public let file: String
  /// Where the narrative shows it.
  public let position: SourcePosition
}

/// A link in a narrative.
public struct NarrativeLink: Sendable {
  /// Where it leads, as the narrative has it.
  public let destination: String
  /// Where its words stand.
  public let position: SourcePosition
}

extension Narrative {
  /// The pictures in reading order, each file where it is shown first.
  public var pictures: [Picture] {
    var pictures: [Picture] = []
    blocks.forEachPassage { words, _ in
      words.forEachInline { inline in
        guard case .image(let file, _, let position) = inline,
          !pictures.contains(where: { $0.file.hasSameBytes(as: file) })
        else { return }
        pictures.append(Picture(file: file, position: position))
      }
    }
    return pictures
  }

  /// The links in reading order.
  public var links: [NarrativeLink] {
    var links: [NarrativeLink] = []
    blocks.forEachPassage { words, start in
      // Of words in code, and of none, no place is known: it is that of the words before.
      var place = start
      words.forEachInline { inline in
        if case .text(_, let position) = inline { place = position }
        guard case .link(let destination, _, let words) = inline else { return }
        links.append(
          NarrativeLink(destination: destination, position: words.firstPosition ?? place))
      }
    }
    return links
  }

  /// The ids of the headings that its page has: the first, of level 1, is the page's own title.
  public var anchors: [String] {
    var anchors: [String] = []
    blocks.forEachHeading { anchors.append($0.anchor) }
    if case .heading(let heading)? = blocks.first, heading.level == 1 { anchors.removeFirst() }
    return anchors
  }
}

extension Sequence<Inline> {
  /// Where the first words stand.
  package var firstPosition: SourcePosition? {
    for inline in self {
      switch inline {
      case .text(_, let position), .image(_, _, let position): return position
      case .figure(let figure): return figure.position
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .misbound(let inner):
        if let position = inner.firstPosition { return position }
      case .code, .softBreak, .lineBreak: break
      }
    }
    return nil
  }

  /// Calls `body` with each in reading order, those that hold others before what they hold.
  fileprivate func forEachInline(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .misbound(let inner):
        inner.forEachInline(body)
      case .text, .softBreak, .lineBreak, .code, .image, .figure: break
      }
    }
  }
}

extension Sequence<Block> {
  /// Calls `body` with the words of each heading and paragraph, and where they begin.
  fileprivate func forEachPassage(_ body: ([Inline], SourcePosition) -> Void) {
    for block in self {
      switch block {
      case .heading(let heading): body(heading.content, heading.position)
      case .paragraph(let content, let position): body(content, position)
      case .list(_, let items): for item in items { item.forEachPassage(body) }
      case .quote(let blocks): blocks.forEachPassage(body)
      case .code, .thematicBreak, .placement: break
      }
    }
  }

  fileprivate func forEachHeading(_ body: (Heading) -> Void) {
    for block in self {
      switch block {
      case .heading(let heading): body(heading)
      case .list(_, let items): for item in items { item.forEachHeading(body) }
      case .quote(let blocks): blocks.forEachHeading(body)
      case .paragraph, .code, .thematicBreak, .placement: break
      }
    }
  }
}
