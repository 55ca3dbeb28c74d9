import Budget

/// What a narrative may refer to.
struct NarrativeContext {
  /// The ids of the charts that can be placed; `nil` where they are not known.
  let charts: [String]?
  /// How many folders the report's page lies below the site's root.
  let depth: Int
  private let files: [String]
  /// The same, for Unicode's idea of what is the same name.
  private let names: Set<String>

  /// What there is; `files` are the report's, by their names within its folder.
  init(charts: [String]?, depth: Int, files: [String]) {
    self.charts = charts
    self.depth = depth
    self.files = files
    names = Set(files)
  }

  /// The file that a picture's address names, as it is named on disk: an editor may write the address
  /// percent-encoded, and a Mac accents and kana in two parts.
  func file(at address: String) -> String? {
    for name in [PercentEncoding.decoded(address), address] {
      guard let file = names.firstIndex(of: name).map({ names[$0] }) else { continue }
      if file.hasSameBytes(as: name) { return file }
      return files.first { $0.hasSameBytes(as: name) } ?? file
    }
    return nil
  }
}

/// Reads a narrative's blocks out of Markdown.
struct NarrativeReader {
  /// The largest narrative that is read, in bytes.
  static let maximumSize = 1 << 20
  /// How deep lists, quotations and emphasis may lie within each other.
  static let maximumDepth = 48

  private var inlines: InlineReader
  private var anchors = HeadingAnchors()

  /// The narrative that `source` holds; as much of it as can be read.
  static func narrative(
    _ source: SourceText, in context: NarrativeContext, _ expressions: inout ParsedExpressions,
    into findings: inout [Finding]
  ) -> Narrative {
    let source = source.withoutZeroBytes
    let start = SourcePosition(file: source.file)
    guard source.bytes.count <= maximumSize else {
      findings.append(
        Finding(.narrativeSize, at: start, "情况说明超过 1 MB，不像是正文；请检查是否粘贴了图片或其他数据。"))
      return Narrative(blocks: [], file: source.file)
    }
    do throws(MarkdownNode.TooDeep) {
      if let line = BracketGuard.suspiciousLine(source.bytes) {
        throw MarkdownNode.TooDeep(line: line)
      }
      var reader = NarrativeReader(InlineReader(source, context: context))
      swap(&reader.inlines.expressions, &expressions)
      defer { swap(&reader.inlines.expressions, &expressions) }
      let blocks =
        try MarkdownNode.withDocument(source.bytes, maximumDepth: maximumDepth) {
          reader.blocks($0.children)
        } ?? []
      findings += reader.inlines.findings + Footnotes.findings(in: source)
      if blocks.isEmpty {
        // A save that failed leaves an empty file; it must not replace what is published.
        findings.append(Finding(.narrativeMissing, at: start, "情况说明是空的，请重新保存正文。"))
      } else if !blocks.contains(where: \.hasWords) {
        findings.append(
          Finding(
            .narrativeWithoutWords, at: start, severity: .warning,
            "这里只有标题和表格，没有情况说明的文字；请把情况说明写在这里。"))
      }
      return Narrative(blocks: blocks, file: source.file)
    } catch {
      findings.append(
        Finding(
          .narrativeDepth, at: SourcePosition(file: source.file, line: error.line),
          "列表、引用或强调嵌套得太深（超过 \(maximumDepth) 层），请检查这里的符号。"))
      return Narrative(blocks: [], file: source.file)
    }
  }

  private init(_ inlines: InlineReader) {
    self.inlines = inlines
  }

  private mutating func blocks(_ nodes: MarkdownNode.Siblings) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      if let block = block(node) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(_ node: MarkdownNode) -> Block? {
    switch node.kind {
    case .paragraph:
      let position = inlines.enter(node)
      if let placement = inlines.placement(node) { return .placement(placement) }
      let content = inlines.inlines(node.children)
      inlines.reportHeading(in: content)
      inlines.reportTable(in: content)
      return .paragraph(content, position)
    case .heading(let level):
      let position = inlines.enter(node)
      let content = inlines.inlines(node.children)
      let anchor = anchors.anchor(for: content.plainText)
      return .heading(
        Heading(level: level, content: content, anchor: anchor, position: position))
    case .list(let mark):
      let marker: ListMarker =
        switch mark {
        case .bullet: .bullet
        case .number(let start, let delimiter): .number(start: start, delimiter: delimiter)
        }
      var items: [[Block]] = []
      for item in node.children { items.append(blocks(item.children)) }
      return .list(marker, items: items)
    case .quote:
      return .quote(blocks(node.children))
    case .codeBlock(let text):
      let position = inlines.enter(node)
      inlines.reportIndentedCode(node, at: position)
      return .code(text)
    case .htmlBlock(let text):
      let position = inlines.enter(node)
      return .paragraph(inlines.html(text.trimmed, at: position), position)
    case .thematicBreak:
      return .thematicBreak
    default:
      return nil
    }
  }
}

extension Block {
  /// Whether it says something of itself, as headings and the parts that are put in do not.
  fileprivate var hasWords: Bool {
    switch self {
    case .heading, .placement, .thematicBreak: false
    case .paragraph, .list, .quote, .code: true
    }
  }
}

extension SourceText {
  /// The text with another control character for each zero byte, which was found fault with before:
  /// libcmark makes three bytes of it, and would count all columns behind it wrong.
  fileprivate var withoutZeroBytes: SourceText {
    guard bytes.index(of: 0) != nil else { return self }
    return SourceText(file: file, bytes: bytes.map { $0 == 0 ? 0x1A : $0 })
  }
}
