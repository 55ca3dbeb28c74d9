import CCmark

/// A node of a Markdown document as libcmark parsed it; see ``withDocument(_:maximumDepth:_:)``.
struct MarkdownNode {
  /// What the node is, with what libcmark says of it.
  enum Kind {
    case document, quote, item, paragraph, thematicBreak, softBreak, lineBreak, emphasis, strong
    case list(ListMark)
    case heading(level: Int)
    case codeBlock(String), htmlBlock(String), text(String), code(String), html(String)
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    /// What no text is parsed as.
    case unknown
  }

  /// What marks the items of a list.
  enum ListMark {
    case bullet
    case number(start: Int, delimiter: Character)
  }

  /// Nodes that stand beside each other.
  struct Siblings: Sequence, IteratorProtocol {
    fileprivate var first: OpaquePointer?

    mutating func next() -> MarkdownNode? {
      guard let node = first else { return nil }
      first = cmark_node_next(node)
      return MarkdownNode(node: node)
    }
  }

  private let node: OpaquePointer

  /// The line of the source, from 1.
  var line: Int { max(1, Int(cmark_node_get_start_line(node))) }
  /// The column in **bytes**, from 1; for inlines only relative to the line. See ``InlineLocator``.
  var column: Int { max(1, Int(cmark_node_get_start_column(node))) }
  /// Whether it is an image, which is quicker to ask than what it is.
  var isImage: Bool { cmark_node_get_type(node) == CMARK_NODE_IMAGE }
  /// The nodes in it.
  var children: Siblings { Siblings(first: cmark_node_first_child(node)) }

  /// The only node in it, if there is but one.
  var onlyChild: MarkdownNode? {
    var children = children
    guard let first = children.next(), children.next() == nil else { return nil }
    return first
  }
}

extension MarkdownNode {
  /// Why a text was not parsed.
  struct TooDeep: Error {
    /// Where the nesting goes too deep, roughly.
    let line: Int
  }

  /// What `body` makes of the document that `bytes` are, in UTF-8; at most `maximumDepth` nodes lie
  /// within each other. The nodes are there as long as `body` runs. `nil` if there is no
  /// document.
  static func withDocument<Result>(
    _ bytes: [UInt8], maximumDepth: Int, _ body: (MarkdownNode) -> Result
  ) throws(TooDeep) -> Result? {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS
    let root = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, options)
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    if let line = lineBeyond(depth: maximumDepth, in: root) { throw TooDeep(line: line) }
    return body(MarkdownNode(node: root))
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

  /// What the node is.
  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list(mark)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: .html(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(
        destination: Self.string(cmark_node_get_url(node)),
        title: Self.string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(
        destination: Self.string(cmark_node_get_url(node)),
        title: Self.string(cmark_node_get_title(node)))
    default: .unknown
    }
  }

  private var mark: ListMark {
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return .bullet }
    let delimiter: Character = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
    return .number(start: Int(cmark_node_get_list_start(node)), delimiter: delimiter)
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
