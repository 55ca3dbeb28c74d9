import Budget
import Yams

/// Reads YAML files into ``YAMLNode`` trees through Yams, and refuses what no clerk needs and an
/// attacker could misuse: anchors, endless nesting, endless files.
enum YAMLParser {
  /// The deepest nesting that is read.
  static let maximumDepth = 64
  /// The largest file that is read, in bytes.
  static let maximumSize = 1 << 20
  /// So many aliases cannot grow into much, whatever they refer to. See ``mayExplode(_:)``.
  private static let harmlessAliases = 16

  /// The value that a file holds; `nil` if it is not YAML. An empty file holds an empty mapping.
  static func parse(_ source: SourceText, into findings: inout [Finding]) -> YAMLNode? {
    let start = SourcePosition(file: source.file)
    guard source.bytes.count <= maximumSize else {
      findings.append(
        Finding(.yamlSize, at: start, "文件超过 1 MB，不像是手写的配置文件；请检查是否放错了文件。"))
      return nil
    }
    guard !mayExplode(source.bytes) else {
      findings.append(Finding(.yamlAlias, at: start, YAMLConversion.aliasMessage))
      return nil
    }
    let lines = SourceLines(source)
    let explanation = YAMLSyntaxExplanation(source: source, lines: lines)
    if let finding = explanation.unusualLineEnd() {
      findings.append(finding)
      return nil
    }
    do {
      let parser = try Yams.Parser(yaml: source.string, resolver: .basic, encoding: .utf8)
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else {
          return YAMLNode(content: .mapping([]), position: start)
        }
        let conversion = YAMLConversion(file: source.file, lines: lines)
        return conversion.node(root, depth: 1, into: &findings)
      }
    } catch let error as YamlError {
      findings.append(explanation.finding(for: error))
    } catch {
      findings.append(Finding(.yamlSyntax, at: start, "无法读取：\(error)"))
    }
    return nil
  }

  /// Whether aliases could blow the file up while Yams composes it, before anything can be looked
  /// at: there is an anchor, and more aliases than an explosion needs. Quotes and comments are not
  /// regarded, so that no trick with them helps; real content has neither.
  private static func mayExplode(_ bytes: [UInt8]) -> Bool {
    guard bytes.index(of: UInt8(ascii: "&")) != nil else { return false }
    var hasAnchor = false
    var aliases = 0
    for index in bytes.indices.dropLast() where isNameByte(bytes[index + 1]) {
      if bytes[index] == UInt8(ascii: "&") { hasAnchor = true }
      if bytes[index] == UInt8(ascii: "*") { aliases += 1 }
    }
    return hasAnchor && aliases > harmlessAliases
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

/// Turns nodes of Yams into our own.
private struct YAMLConversion {
  static let aliasMessage = "不支持 YAML 的锚点（&名称）和别名（*名称），请把内容直接写出来；如果它是文字，请加引号。"

  let file: String
  private let lines: SourceLines

  init(file: String, lines: SourceLines) {
    self.file = file
    self.lines = lines
  }

  /// The node, or `nil` with a finding where it may not be used.
  func node(_ node: Node, depth: Int, into findings: inout [Finding]) -> YAMLNode? {
    let position = position(node.mark)
    guard node.anchor == nil else {
      findings.append(Finding(.yamlAlias, at: position, Self.aliasMessage))
      return nil
    }
    guard depth <= YAMLParser.maximumDepth else {
      findings.append(
        Finding(.yamlDepth, at: position, "层次超过 \(YAMLParser.maximumDepth) 层，请检查括号和缩进。"))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      // Only double quotes know escapes.
      if scalar.style == .doubleQuoted,
        let invisible = InvisibleCharacters.finding(in: scalar.string, at: position)
      {
        findings.append(invisible)
      }
      return YAMLNode(content: .scalar(self.scalar(scalar, at: position)), position: position)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for element in sequence {
        guard let element = self.node(element, depth: depth + 1, into: &findings) else {
          return nil
        }
        nodes.append(element)
      }
      return YAMLNode(content: .sequence(nodes), position: position)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        guard let value = self.node(value, depth: depth + 1, into: &findings) else { return nil }
        if case .scalar(let name) = key, name.style == .doubleQuoted,
          let invisible = InvisibleCharacters.finding(
            in: name.string, at: self.position(key.mark))
        {
          findings.append(invisible)
        }
        guard case .scalar(let name) = key, name.anchor == nil else {
          findings.append(
            Finding(.yamlWrongType, at: self.position(key.mark), "键应是一个词，不能是列表或键值。"))
          return nil
        }
        entries.append(
          YAMLNode.Entry(key: name.string, position: self.position(key.mark), value: value))
      }
      return YAMLNode(content: .mapping(entries), position: position)
    case .alias:
      findings.append(Finding(.yamlAlias, at: position, Self.aliasMessage))
      return nil
    }
  }

  private func scalar(_ scalar: Node.Scalar, at position: SourcePosition) -> YAMLScalar {
    let isPlain = scalar.style == .plain || scalar.style == .any
    let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    var offset: Int?
    if isPlain || quoted {
      let skipped = quoted ? 1 : 0
      let line = lines.bytes(ofLine: position.line, fromColumn: position.column + skipped)
      if line.starts(with: scalar.string.utf8) { offset = skipped }
    }
    return YAMLScalar(
      text: scalar.string, position: position, isPlain: isPlain, textOffset: offset)
  }

  /// A value that is nowhere is placed on the last line, not behind it.
  private func position(_ mark: Mark?) -> SourcePosition {
    if let mark, mark.line > lines.count { return SourcePosition(file: file, line: lines.count) }
    return SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
