/// A heading of a narrative with all that stands under it, down to the next heading of its level.
public struct NarrativeSection: Sendable {
  /// The heading.
  public let heading: Heading
  /// What stands under it, the smaller headings included.
  public let blocks: ArraySlice<Block>

  /// The words of heading and blocks, one block after the other.
  public var plainText: String {
    heading.content.plainText + "\n" + blocks.map(\.plainText).joined(separator: "\n")
  }
}

extension Narrative {
  /// The sections in reading order; a smaller one is part of the greater one above it.
  public var sections: [NarrativeSection] {
    blocks.indices.compactMap { index in
      guard case .heading(let heading) = blocks[index] else { return nil }
      let rest = blocks[(index + 1)...]
      let end = rest.firstIndex { block in
        guard case .heading(let next) = block else { return false }
        return next.level <= heading.level
      }
      return NarrativeSection(heading: heading, blocks: rest[..<(end ?? blocks.endIndex)])
    }
  }
}

extension Block {
  /// The words alone.
  public var plainText: String {
    switch self {
    case .heading(let heading): heading.content.plainText
    case .paragraph(let content, _): content.plainText
    case .list(_, let items): items.joined().map(\.plainText).joined(separator: "\n")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: "\n")
    case .code(let text): text
    case .thematicBreak: ""
    case .placement(let placement): placement.title
    }
  }
}
