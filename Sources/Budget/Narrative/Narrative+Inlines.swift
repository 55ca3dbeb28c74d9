extension Narrative {
  /// The files of the pictures, each once, in reading order.
  public var pictures: [String] {
    var pictures: [String] = []
    for inline in inlines {
      guard case .image(let destination, _, _) = inline, !pictures.contains(destination) else {
        continue
      }
      pictures.append(destination)
    }
    return pictures
  }

  /// All inlines in reading order, those that hold others before what they hold.
  private var inlines: [Inline] {
    var inlines: [Inline] = []
    for block in blocks { block.collect(into: &inlines) }
    return inlines
  }
}

extension Block {
  fileprivate func collect(into inlines: inout [Inline]) {
    switch self {
    case .heading(let heading): heading.content.collect(into: &inlines)
    case .paragraph(let content, _): content.collect(into: &inlines)
    case .list(_, let items):
      for block in items.joined() { block.collect(into: &inlines) }
    case .quote(let blocks):
      for block in blocks { block.collect(into: &inlines) }
    case .code, .thematicBreak, .placement: break
    }
  }
}

extension Sequence<Inline> {
  fileprivate func collect(into inlines: inout [Inline]) {
    for inline in self {
      inlines.append(inline)
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner):
        inner.collect(into: &inlines)
      case .text, .softBreak, .lineBreak, .code, .image, .figure: break
      }
    }
  }
}
