import Budget

/// Makes a ``YAMLNode`` of a text's events, and refuses what no clerk needs.
struct YAMLComposer {
  /// The text has several documents.
  struct SecondDocument: Error {}

  /// What is wrong with the values; nothing behind the first that is refused.
  private(set) var findings: [Finding] = []
  /// Whether there is a value that may not be used.
  private(set) var isRefused = false
  /// Whether a mapping seems to have a key twice.
  private(set) var hasRepeatedKey = false
  private let file: String
  private let lines: SourceLines

  static let aliasMessage = "不支持 YAML 的锚点（&名称）和别名（*名称），请把内容直接写出来；如果它是文字，请加引号。"

  init(file: String, lines: SourceLines) {
    self.file = file
    self.lines = lines
  }

  /// The value of the text's one document; of a text without any an empty mapping. Where something
  /// is refused, only the ``findings`` are of use.
  mutating func document(_ events: inout YAMLEvents) throws -> YAMLNode {
    _ = try events.next()
    guard case .documentStart = try events.next() else {
      return YAMLNode(content: .mapping([]), position: SourcePosition(file: file))
    }
    let root = try node(events.next(), &events, depth: 1)
    _ = try events.next()
    guard case .streamEnd = try events.next() else { throw SecondDocument() }
    return root
  }

  /// The value that begins with `event`, which was read last.
  private mutating func node(
    _ event: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
  ) throws -> YAMLNode {
    let position = position(of: events)
    if events.hasAnchor { refuse(.yamlAlias, at: position, Self.aliasMessage) }
    if depth > YAMLParser.maximumDepth {
      refuse(.yamlDepth, at: position, "层次超过 \(YAMLParser.maximumDepth) 层，请检查括号和缩进。")
      try skip(event, &events)
      return YAMLNode(content: .mapping([]), position: position)
    }
    switch event {
    case .scalar(let text, let style):
      reportInvisible(text, style, at: position)
      let scalar = YAMLScalar(
        text: text, position: position, isPlain: style == .plain,
        textOffset: textOffset(text, style, at: position))
      return YAMLNode(content: .scalar(scalar), position: position)
    case .sequenceStart:
      return YAMLNode(content: .sequence(try elements(&events, depth: depth)), position: position)
    case .mappingStart:
      return YAMLNode(content: .mapping(try entries(&events, depth: depth)), position: position)
    default:
      refuse(.yamlAlias, at: position, Self.aliasMessage)
      return YAMLNode(content: .mapping([]), position: position)
    }
  }

  private mutating func elements(
    _ events: inout YAMLEvents, depth: Int
  ) throws -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event { return nodes }
      nodes.append(try node(event, &events, depth: depth + 1))
    }
  }

  private mutating func entries(
    _ events: inout YAMLEvents, depth: Int
  ) throws -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    while true {
      let key = try events.next()
      if case .mappingEnd = key { return entries }
      let position = position(of: events)
      let hasAnchor = events.hasAnchor
      if case .scalar = key {} else { try skip(key, &events) }
      let value = try node(events.next(), &events, depth: depth + 1)
      guard case .scalar(let name, let style) = key, !hasAnchor else {
        refuse(.yamlWrongType, at: position, "键应是一个词，不能是列表或键值。")
        continue
      }
      reportInvisible(name, style, at: position)
      if !keys.insert(name).inserted { hasRepeatedKey = true }
      entries.append(YAMLNode.Entry(key: name, position: position, value: value))
    }
  }

  /// Passes over a value without recursion, for it may be as deep as the file is long.
  private func skip(_ event: YAMLEvents.Event, _ events: inout YAMLEvents) throws {
    var event = event
    var open = 0
    while true {
      switch event {
      case .sequenceStart, .mappingStart: open += 1
      case .sequenceEnd, .mappingEnd: open -= 1
      default: break
      }
      if open == 0 { return }
      event = try events.next()
    }
  }

  private mutating func refuse(_ rule: Rule, at position: SourcePosition, _ message: String) {
    if !isRefused { findings.append(Finding(rule, at: position, message)) }
    isRefused = true
  }

  /// Only double quotes know escapes.
  private mutating func reportInvisible(
    _ text: String, _ style: YAMLEvents.Style, at position: SourcePosition
  ) {
    guard style == .doubleQuoted, !isRefused,
      let invisible = InvisibleCharacters.finding(in: text, at: position)
    else { return }
    findings.append(invisible)
  }

  private func textOffset(
    _ text: String, _ style: YAMLEvents.Style, at position: SourcePosition
  ) -> Int? {
    if style == .block { return nil }
    let skipped = style == .plain ? 0 : 1
    let line = lines.bytes(ofLine: position.line, fromColumn: position.column + skipped)
    return line.starts(with: text.utf8) ? skipped : nil
  }

  /// A value that is nowhere is placed on the last line, not behind it.
  private func position(of events: borrowing YAMLEvents) -> SourcePosition {
    events.line > lines.count
      ? SourcePosition(file: file, line: lines.count)
      : SourcePosition(file: file, line: events.line, column: events.column)
  }
}
