import CCmark

/// A node of a Markdown document as libcmark parses it, as a Swift value.
struct MarkdownNode: Sendable {
  /// What the node is, with what libcmark says of it.
  enum Kind: Sendable {
    case document, quote, item, paragraph, thematicBreak, softBreak, lineBreak, emphasis, strong
    case list(ListMark)
    case heading(level: Int)
    case codeBlock(String), htmlBlock(String), text(String), code(String), html(String)
    case link(destination: String, title: String)
    case image(destination: String, title: String)
  }

  /// What marks the items of a list.
  enum ListMark: Sendable {
    case bullet
    case number(start: Int, delimiter: Character)
  }

  /// What the node is.
  let kind: Kind
  /// The line of the source, from 1.
  let line: Int
  /// The column in **bytes**, from 1; for inlines only relative to the line. See ``InlineLocator``.
  let column: Int
  /// The nodes in it.
  let children: [MarkdownNode]
}

extension MarkdownNode {
  /// Why a text was not parsed.
  struct TooDeep: Error {
    /// Where the nesting goes too deep, roughly.
    let line: Int
  }

  /// The document that `bytes` are, in UTF-8; at most `maximumDepth` nodes lie within each other.
  static func parse(
    _ bytes: [UInt8], maximumDepth: Int
  ) throws(TooDeep) -> MarkdownNode {
    let empty = MarkdownNode(kind: .document, line: 1, column: 1, children: [])
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS
    let root = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, options)
    }
    guard let root else { return empty }
    defer { cmark_node_free(root) }
    if let line = lineBeyond(depth: maximumDepth, in: root) { throw TooDeep(line: line) }
    return MarkdownNode(root) ?? empty
  }

  /// Walks without recursion, for the tree may be as deep as the file is long.
  private static func lineBeyond(depth limit: Int, in root: OpaquePointer) -> Int? {
    guard let iterator = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(iterator) }
    var depth = 0
    var line = 1
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
      if cmark_node_get_start_line(node) > 0 { line = Int(cmark_node_get_start_line(node)) }
      // Leaves have no exit event, and nothing in them.
      if cmark_node_first_child(node) == nil { continue }
      depth += event == CMARK_EVENT_ENTER ? 1 : -1
      if depth > limit { return line }
    }
  }

  /// Copies a node and, the depth being known to be small, all in it.
  private init?(_ node: OpaquePointer) {
    guard let kind = Self.kind(of: node) else { return nil }
    var children: [MarkdownNode] = []
    var child = cmark_node_first_child(node)
    while let current = child {
      if let copy = MarkdownNode(current) { children.append(copy) }
      child = cmark_node_next(current)
    }
    self.init(
      kind: kind, line: max(1, Int(cmark_node_get_start_line(node))),
      column: max(1, Int(cmark_node_get_start_column(node))), children: children)
  }

  private static func kind(of node: OpaquePointer) -> Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list(mark(of: node))
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: nil
    }
  }

  private static func mark(of node: OpaquePointer) -> ListMark {
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return .bullet }
    let delimiter: Character = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
    return .number(start: Int(cmark_node_get_list_start(node)), delimiter: delimiter)
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
