import Budget
import Yams

/// Reads YAML files into ``YAMLNode`` trees, and refuses what no clerk needs and an attacker could
/// misuse: anchors, endless nesting, endless files.
///
/// A sound file is read event by event. Yams' own tree takes three times as long: it has a tag for
/// each value and looks for repeated keys with their values. It is made only of files that are not
/// sound, to know why.
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
      findings.append(Finding(.yamlAlias, at: start, YAMLComposer.aliasMessage))
      return nil
    }
    let lines = SourceLines(source)
    let explanation = YAMLSyntaxExplanation(source: source, lines: lines)
    if let finding = explanation.unusualLineEnd() {
      findings.append(finding)
      return nil
    }
    var composer = YAMLComposer(file: source.file, lines: lines)
    let root = YAMLEvents.with(source.bytes) { try? composer.document(&$0) }
    let isSound = root != nil && !composer.isRefused && !composer.hasRepeatedKey
    // What is wrong with the whole text comes before what is wrong with a value.
    if !isSound, let fault = fault(of: source) ?? (root == nil ? .no : nil) {
      findings.append(explanation.finding(for: fault))
      return nil
    }
    findings += composer.findings
    return composer.isRefused ? nil : root
  }

  /// Why Yams cannot compose a text: it says so better than the parser does that it stands on.
  private static func fault(of source: SourceText) -> YamlError? {
    do {
      let parser = try Yams.Parser(yaml: source.string, resolver: .basic, encoding: .utf8)
      _ = try parser.singleRoot()
      return nil
    } catch {
      return error as? YamlError ?? .memory
    }
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
