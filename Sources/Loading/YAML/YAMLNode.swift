import Budget

/// A value of a YAML file with its place, independent of the parser that read it.
struct YAMLNode: Sendable {
  /// What the value is.
  indirect enum Content: Sendable {
    /// A single text or number.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with their values, in the file's order.
    case mapping([Entry])
  }

  /// A key with its value.
  struct Entry: Sendable {
    /// The key as typed.
    let key: String
    /// Where the key stands.
    let position: SourcePosition
    /// The value.
    let value: YAMLNode
  }

  /// What the value is.
  let content: Content
  /// Where it begins.
  let position: SourcePosition

  /// Whether nothing is said: no value at all, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.isNull
  }

  /// What kind of value it is, in a clerk's words.
  var kindName: String {
    switch content {
    case .scalar: "一段文字"
    case .sequence: "一个列表"
    case .mapping: "一组“键: 值”"
    }
  }

  /// The same value with texts replaced in every scalar (not in keys).
  func replacing(_ replacements: [(name: String, text: String)]) -> YAMLNode {
    switch content {
    case .scalar(let scalar):
      YAMLNode(content: .scalar(scalar.replacing(replacements)), position: position)
    case .sequence(let nodes):
      YAMLNode(content: .sequence(nodes.map { $0.replacing(replacements) }), position: position)
    case .mapping(let entries):
      YAMLNode(
        content: .mapping(
          entries.map {
            Entry(key: $0.key, position: $0.position, value: $0.value.replacing(replacements))
          }), position: position)
    }
  }
}

/// A text or number of a YAML file, exactly as typed: `295001` and `2021` stay texts.
struct YAMLScalar: Sendable {
  /// The text, without quotes and with escapes undone.
  let text: String
  /// Where it begins, quotes included.
  let position: SourcePosition
  /// Whether it was written without quotes on its own.
  let isPlain: Bool
  /// How many characters of the line stand between ``position`` and the text; `nil` where the text
  /// does not stand in the line as it is (escapes, several lines, replaced placeholders).
  let textOffset: Int?

  /// Whether nothing is said.
  var isNull: Bool { isPlain && (text.isEmpty || text == "~" || text == "null") }

  /// The place of the character behind `offset` others, or the beginning where that is not known.
  func position(atOffset offset: Int) -> SourcePosition {
    guard let textOffset else { return position }
    return SourcePosition(
      file: position.file, line: position.line, column: position.column + textOffset + offset)
  }

  /// The place where `part` first occurs in the text, or the beginning.
  func position(of part: String) -> SourcePosition {
    position(atOffset: text.scalarOffset(of: part) ?? 0)
  }

  /// The text with all `replacements` made.
  func replacing(_ replacements: [(name: String, text: String)]) -> YAMLScalar {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return self }
    let replaced = replacements.reduce(text) { $0.replacing($1.name, with: $1.text) }
    guard replaced != text else { return self }
    return YAMLScalar(text: replaced, position: position, isPlain: isPlain, textOffset: nil)
  }
}
