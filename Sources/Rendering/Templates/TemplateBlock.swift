/// What a template puts into a block of another one: `{{$main}}` within `{{<layout}}`.
struct TemplateBlock {
  /// The tag that begins it.
  let tag: TemplateTag
  /// The template whose block it replaces.
  let parent: String
  /// The blocks that stand in it, which others may replace in turn.
  private(set) var blocks: Set<String> = []
  /// The templates that it includes.
  private(set) var templates: Set<String> = []

  /// The blocks that the tags of a template put into others.
  static func all(in tags: [TemplateTag]) -> [TemplateBlock] {
    var found: [TemplateBlock] = []
    var open: [(tag: TemplateTag, block: Int?)] = []
    for tag in tags {
      let within = open.compactMap(\.block)
      switch tag.kind {
      case .value, .delimiters: break
      case .section: open.append((tag, nil))
      case .end: if open.last?.tag.name == tag.name { open.removeLast() }
      case .include, .parent:
        for block in within { found[block].templates.insert(tag.name) }
        if tag.kind == .parent { open.append((tag, nil)) }
      case .block:
        if let parent = open.last?.tag, parent.kind == .parent {
          open.append((tag, found.count))
          found.append(TemplateBlock(tag: tag, parent: parent.name))
        } else {
          open.append((tag, nil))
          for block in within { found[block].blocks.insert(tag.name) }
        }
      }
    }
    return found
  }
}
