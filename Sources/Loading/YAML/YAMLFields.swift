import Budget

/// The values of a mapping, read by key; what is wrong is reported and read as not given.
struct YAMLFields: Sendable {
  /// Where the mapping begins.
  let position: SourcePosition
  /// What the mapping describes, for messages: 表样.
  let subject: String
  /// What is said; so few that a search is faster than a table.
  private let entries: [YAMLNode.Entry]

  /// The fields of `node`, which must be a mapping with none but the `known` keys; else `nil`.
  init?(
    _ node: YAMLNode, of subject: String, known: [String], into findings: inout [Finding]
  ) {
    guard case .mapping(let entries) = node.content else {
      if node.isNull {
        position = node.position
        self.subject = subject
        self.entries = []
        return
      }
      findings.append(
        Finding(
          .yamlWrongType, at: node.position,
          "\(subject)应是一组“键: 值”，这里却是\(node.kindName)；请检查冒号（英文冒号加空格）和缩进。"))
      return nil
    }
    var values: [YAMLNode.Entry] = []
    for entry in entries {
      guard known.contains(entry.key) else {
        let hint = Spelling.suggestion(for: entry.key, among: known)
        let choice = hint.isEmpty ? "；可以用的键有：\(known.joined(separator: "、"))。" : hint
        findings.append(
          Finding(
            .yamlUnknownKey, at: entry.position, length: entry.key.unicodeScalars.count,
            "\(subject)里没有“\(entry.key.longExcerpt)”这个键\(choice)"))
        continue
      }
      if !entry.value.isNull { values.append(entry) }
    }
    position = node.position
    self.subject = subject
    self.entries = values
  }

  /// Whether something is said under `key`.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// The value under `key`, of whatever kind.
  func node(_ key: String) -> YAMLNode? {
    entries.last { $0.key.hasSameBytes(as: key) }?.value
  }

  /// The text under `key` with its place.
  func scalar(_ key: String, into findings: inout [Finding]) -> YAMLScalar? {
    guard let node = node(key) else { return nil }
    return Self.scalar(node, of: key, into: &findings)
  }

  /// The text under `key`; empty if nothing is said.
  func text(_ key: String, into findings: inout [Finding]) -> String {
    scalar(key, into: &findings)?.text ?? ""
  }

  /// The text under `key`, which must be there and not empty.
  func required(_ key: String, into findings: inout [Finding]) -> YAMLScalar? {
    guard let node = requiredNode(key, into: &findings) else { return nil }
    guard let scalar = Self.scalar(node, of: key, into: &findings) else { return nil }
    guard !scalar.text.trimmed.isEmpty else {
      findings.append(
        Finding(.yamlMissingKey, at: scalar.position, "\(subject)的“\(key)”是必填项，不能留空。"))
      return nil
    }
    return scalar
  }

  /// The value under `key`, which must be there.
  func requiredNode(_ key: String, into findings: inout [Finding]) -> YAMLNode? {
    if let node = node(key) { return node }
    findings.append(Finding(.yamlMissingKey, at: position, "\(subject)缺少必填项“\(key)”。"))
    return nil
  }

  /// The whole number under `key`, within `range`.
  func integer(
    _ key: String, in range: ClosedRange<Int>, into findings: inout [Finding]
  ) -> Int? {
    guard let scalar = scalar(key, into: &findings) else { return nil }
    if let value = Self.integer(scalar, in: range) { return value }
    invalid(
      key, scalar, "应是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数", into: &findings)
    return nil
  }

  /// `true` or `false` under `key`.
  func flag(_ key: String, into findings: inout [Finding]) -> Bool? {
    guard let scalar = scalar(key, into: &findings) else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      invalid(key, scalar, "应是 true（是）或 false（否）", into: &findings)
      return nil
    }
  }

  /// One of the values of `Choice` under `key`.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, into findings: inout [Finding]
  ) -> Choice? {
    guard let scalar = scalar(key, into: &findings) else { return nil }
    return Self.choice(scalar, of: key, into: &findings)
  }

  /// The list of values under `key`; empty if nothing is said.
  func nodes(_ key: String, into findings: inout [Finding]) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let nodes) = node.content else {
      findings.append(
        Finding(
          .yamlWrongType, at: node.position,
          "“\(key)”应是一个列表（每项一行，以“- ”开头，或写成 [甲, 乙]），这里却是\(node.kindName)。"))
      return []
    }
    return nodes
  }

  /// The list of texts under `key`.
  func scalars(_ key: String, into findings: inout [Finding]) -> [YAMLScalar] {
    var scalars: [YAMLScalar] = []
    for node in nodes(key, into: &findings) {
      guard let scalar = Self.scalar(node, of: key, into: &findings) else { continue }
      scalars.append(scalar)
    }
    return scalars
  }

  /// Reports a value that `key` does not allow; `rule` says what it should be.
  func invalid(
    _ key: String, _ scalar: YAMLScalar, _ rule: String, into findings: inout [Finding]
  ) {
    Self.invalid(key, scalar, rule, into: &findings)
  }

  /// One of the values of `Choice`.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ scalar: YAMLScalar, of key: String, into findings: inout [Finding]
  ) -> Choice? {
    if let choice = Choice(rawValue: scalar.text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let hint = Spelling.suggestion(for: scalar.text, among: allowed)
    invalid(key, scalar, "只能是 \(allowed.joined(separator: "、")) 之一\(hint)", into: &findings)
    return nil
  }

  /// The whole number that `scalar` is, if within `range`.
  static func integer(_ scalar: YAMLScalar, in range: ClosedRange<Int>) -> Int? {
    guard scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(scalar.text), range.contains(value)
    else { return nil }
    return value
  }

  /// The text that `node` is.
  static func scalar(
    _ node: YAMLNode, of key: String, into findings: inout [Finding]
  ) -> YAMLScalar? {
    if case .scalar(let scalar) = node.content { return scalar }
    findings.append(
      Finding(.yamlWrongType, at: node.position, "“\(key)”应是一段文字，这里却是\(node.kindName)。"))
    return nil
  }

  private static func invalid(
    _ key: String, _ scalar: YAMLScalar, _ rule: String, into findings: inout [Finding]
  ) {
    findings.append(
      Finding(
        .yamlInvalidValue, at: scalar.position, length: scalar.text.unicodeScalars.count,
        "“\(key)”的值“\(scalar.text.longExcerpt)”不对：\(rule)\(rule.hasSuffix("？") ? "" : "。")"))
  }
}
