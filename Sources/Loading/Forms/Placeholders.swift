import Budget

/// The placeholders that a form set's texts may hold: `{year}` and `{last_year}`.
enum Placeholders {
  /// A year to try a form set out with.
  static let sampleYear = 2000

  /// The form set's tree with the years filled in.
  static func resolve(_ root: YAMLNode, for fiscalYear: Int) -> YAMLNode {
    root.replacing([
      (name: "{year}", text: String(fiscalYear)),
      (name: "{last_year}", text: String(fiscalYear - 1)),
    ])
  }

  /// Reports placeholders that nothing will replace.
  static func check(_ node: YAMLNode, into findings: inout [Finding]) {
    switch node.content {
    case .scalar(let scalar):
      for name in names(in: scalar.text) where name != "year" && name != "last_year" {
        let hint = Spelling.suggestion(for: name, among: ["year", "last_year"])
        findings.append(
          Finding(
            .formPlaceholder, at: scalar.position(of: "{\(name)}"),
            length: name.unicodeScalars.count + 2,
            "没有占位符“{\(name)}”，只有 {year}（本年）和 {last_year}（上年）\(hint)"))
      }
    case .sequence(let nodes):
      for node in nodes { check(node, into: &findings) }
    case .mapping(let entries):
      for entry in entries { check(entry.value, into: &findings) }
    }
  }

  /// The words in braces that look like placeholders.
  private static func names(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    return text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      let name = $0.prefix { $0 == "_" || $0.isLetter && $0.isASCII }
      return name.isEmpty || !$0.dropFirst(name.count).hasPrefix("}") ? nil : String(name)
    }
  }
}
