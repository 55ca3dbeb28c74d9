import Budget

/// Makes a ``YAMLNode`` of the events of a file, and refuses what no clerk needs and an attacker
/// could misuse: anchors, endless nesting, keys that are no words or stand twice.
struct YAMLComposer: ~Copyable {
  /// The deepest nesting that is read.
  static let maximumDepth = 64
  /// As many findings as are said of one file.
  private static let findingLimit = 20

  private let lines: SourceLines
  private var events: YAMLEvents
  private var hasRefusedAlias = false
  /// What was refused so far.
  private(set) var findings: CappedFindings
  /// Whether something was refused, so that the value is not what the file says.
  private(set) var isRefused = false

  init(_ events: consuming YAMLEvents, file: String, lines: SourceLines) {
    self.events = events
    self.lines = lines
    findings = CappedFindings(file: file, limit: Self.findingLimit)
  }

  /// The value of the whole file; `nil` if there is none.
  mutating func root() throws(YAMLProblem) -> YAMLNode? {
    guard case .documentStart = try events.next().kind else { return nil }
    let root = try node(try events.next(), depth: 1)
    _ = try events.next()
    let next = try events.next()
    if case .documentStart = next.kind {
      refuse(.yamlSyntax, next.mark, "一个文件里只能有一份内容，请删去“---”分隔的其他部分。")
    }
    if case .scalar = root.content, !root.isNull { throw .text(root) }
    return root
  }

  /// The value that begins with an event.
  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> YAMLNode {
    let position = position(event.mark)
    refuseAnchor(of: event)
    guard depth <= Self.maximumDepth else { throw .tooDeep(event.mark) }
    switch event.kind {
    case .scalar(let text, let style):
      return YAMLNode(content: .scalar(scalar(text, style, at: position)), position: position)
    case .alias:
      refuseAlias(event.mark, "以 * 开头的值会被当作别名，这里不支持；如果它是文字，请加引号。")
      return YAMLNode(content: .mapping([]), position: position)
    case .sequenceStart:
      return YAMLNode(content: .sequence(try elements(depth: depth)), position: position)
    case .mappingStart:
      return YAMLNode(content: .mapping(try entries(depth: depth)), position: position)
    case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd:
      throw .unknown
    }
  }

  private mutating func elements(depth: Int) throws(YAMLProblem) -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { return nodes }
      nodes.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLProblem) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [ExactText: Int] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return entries }
      let key = try key(event, depth: depth)
      let value = try node(try events.next(), depth: depth + 1)
      guard let key else { continue }
      let name = ExactText(key)
      if let first = lines[name] {
        refuse(
          .yamlDuplicateKey, event.mark, length: key.unicodeScalars.count,
          "“\(key)”在第 \(first) 行已经写过，同一个键只能写一次。")
      } else {
        lines[name] = event.mark.line
      }
      entries.append(YAMLNode.Entry(key: key, position: position(event.mark), value: value))
    }
  }

  /// The key that an event begins; `nil` if it is none.
  private mutating func key(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> String? {
    switch event.kind {
    case .scalar(let text, let style):
      refuseAnchor(of: event)
      return scalar(text, style, at: position(event.mark)).text
    case .alias: break
    default: refuse(.yamlWrongType, event.mark, "键应是一个词，不能是列表或键值。")
    }
    _ = try node(event, depth: depth + 1)
    return nil
  }

  private mutating func scalar(
    _ text: String, _ style: YAMLEvent.Style, at position: SourcePosition
  ) -> YAMLScalar {
    let quotes: Int? =
      switch style {
      case .plain: 0
      case .singleQuoted, .doubleQuoted: 1
      case .block: nil
      }
    let offset = quotes.flatMap { quotes in
      lines.bytes(ofLine: position.line, fromColumn: position.column + quotes)
        .starts(with: text.utf8) ? quotes : nil
    }
    // Only double quotes know escapes, and with one the text is not what stands in the line.
    if style == .doubleQuoted, offset == nil,
      let finding = YAMLEscape.finding(of: YAMLEscape.all(from: position, in: lines))
    {
      findings.add(finding)
    }
    return YAMLScalar(
      text: text, position: position, isPlain: style == .plain, textOffset: offset)
  }

  private mutating func refuseAnchor(of event: YAMLEvent) {
    guard event.hasAnchor else { return }
    refuseAlias(event.mark, "不支持 YAML 的锚点（&名称）和别名（*名称），请把内容直接写出来；如果它是文字，请加引号。")
  }

  /// The first anchor or alias says it for all.
  private mutating func refuseAlias(_ mark: YAMLMark, _ message: String) {
    if !hasRefusedAlias { refuse(.yamlAlias, mark, message) }
    hasRefusedAlias = true
  }

  private mutating func refuse(
    _ rule: Rule, _ mark: YAMLMark, length: Int = 1, _ message: @autoclosure () -> String
  ) {
    isRefused = true
    let position = position(mark)
    findings.add(
      rule, line: position.line, column: position.column, length: length, message())
  }

  /// A value that is nowhere is placed on the last line, not behind it.
  private func position(_ mark: YAMLMark) -> SourcePosition {
    if mark.line > lines.count { return SourcePosition(file: findings.file, line: lines.count) }
    return SourcePosition(file: findings.file, line: mark.line, column: mark.column)
  }
}
