import Budget

/// Reads `facts.yml`: the outside facts that a narrative cites.
enum FactsReader {
  private static let keys = ["value", "source"]

  /// The facts that `root` lists, and those without a figure or a source by their names.
  static func facts(
    _ root: YAMLNode, _ expressions: inout ParsedExpressions, into findings: inout [Finding]
  ) -> (facts: [ExternalFact], unread: UnreadFacts) {
    guard case .mapping(let entries) = root.content else {
      guard root.isNull else {
        findings.append(
          Finding(
            .yamlWrongType, at: root.position,
            "facts.yml 应是一组“名称: {value: 数, source: 出处}”，这里却是\(root.kindName)。"))
        return ([], .all)
      }
      return ([], .named([]))
    }
    var facts: [ExternalFact] = []
    var unread: [String] = []
    for entry in entries {
      if let fact = fact(entry, &expressions, into: &findings) {
        facts.append(fact)
      } else {
        unread.append(entry.key)
      }
    }
    return (facts, .named(unread))
  }

  private static func fact(
    _ entry: YAMLNode.Entry, _ expressions: inout ParsedExpressions,
    into findings: inout [Finding]
  ) -> ExternalFact? {
    let isNamed = isUsable(entry.key, &expressions)
    if !isNamed {
      findings.append(
        Finding(
          .factName, at: entry.position, length: entry.key.unicodeScalars.count,
          "名称“\(entry.key)”不能写进算式：请只用文字、数字、“_”和（）“”《》、·，例如 2020收入。"))
    }
    let subject = "“\(entry.key)”"
    guard let fields = YAMLFields(entry.value, of: subject, known: keys, into: &findings) else {
      return nil
    }
    let value = fields.required("value", into: &findings)
    let source = fields.required("source", into: &findings)
    guard let value else { return nil }
    guard let figure = PrintedFigure(value.text.trimmed) else {
      findings.append(
        Finding(
          .factValue, at: value.position, length: value.text.unicodeScalars.count,
          "“\(value.text)”不是带单位的数：请写成如 64411756.96元、6441.18万元 或 5.85%。"))
      return nil
    }
    guard let source, isNamed else { return nil }
    return ExternalFact(
      name: entry.key, figure: figure, source: source.text.trimmed, position: entry.position)
  }

  /// Whether an expression can call a fact so: `文外.2020收入`.
  private static func isUsable(_ name: String, _ expressions: inout ParsedExpressions) -> Bool {
    let isPlain = name.unicodeScalars.allSatisfy {
      switch $0 {
      case "0"..."9", "A"..."Z", "a"..."z", "_", "\u{4E00}"..."\u{9FFF}": true
      default:
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "（）“”《》、·".unicodeScalars.contains($0)
      }
    }
    guard isPlain,
      case .success(let expression) = expressions.binding("=" + Reference.factsTable + "." + name)
        .expression
    else { return false }
    return expression
      == .reference(Reference(table: Reference.factsTable, rows: .unspecified, column: name))
  }
}
