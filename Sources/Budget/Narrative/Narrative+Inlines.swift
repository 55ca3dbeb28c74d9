/// A picture in a narrative.
public struct Picture: Sendable {
  /// Its file within the report's folder, as it is named there.
  public let file: String
  /// Where the narrative shows it.
  public let position: SourcePosition
}

extension Narrative {
  /// The pictures in reading order, each file where it is shown first.
  public var pictures: [Picture] {
    var pictures: [Picture] = []
    for case .image(let file, _, let position) in inlines
    where !pictures.contains(where: { $0.file.hasSameBytes(as: file) }) {
      pictures.append(Picture(file: file, position: position))
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
