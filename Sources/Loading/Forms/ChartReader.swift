import Budget

/// Reads the charts of a form set.
struct ChartReader {
  /// What the charts may refer to.
  let references: ReferenceCheck

  /// The charts that the form set's `fields` list.
  func charts(_ fields: YAMLFields, into findings: inout [Finding]) -> [ChartForm] {
    var ids = UniqueNames(of: "图")
    var charts: [ChartForm] = []
    for node in fields.nodes("charts", into: &findings) {
      let keys = ["id", "title", "previous", "current", "items"]
      guard let chart = YAMLFields(node, of: "图", known: keys, into: &findings) else { continue }
      let id = ids.id(chart, fileName: true, into: &findings)
      let title = chart.required("title", into: &findings)?.text ?? ""
      let previous = chart.required("previous", into: &findings)?.text ?? ""
      let current = chart.required("current", into: &findings)?.text ?? ""
      _ = chart.requiredNode("items", into: &findings)
      var items: [ChartForm.Item] = []
      for node in chart.nodes("items", into: &findings) {
        guard let item = item(node, into: &findings) else { continue }
        items.append(item)
      }
      guard let id else { continue }
      charts.append(
        ChartForm(
          id: id, title: title, previousTitle: previous, currentTitle: current, items: items))
    }
    return charts
  }

  private func item(_ node: YAMLNode, into findings: inout [Finding]) -> ChartForm.Item? {
    let keys = ["label", "level", "total", "previous", "current"]
    guard let fields = YAMLFields(node, of: "图的一项", known: keys, into: &findings) else {
      return nil
    }
    let label = fields.required("label", into: &findings)?.text ?? ""
    let level = fields.integer("level", in: 1...2, into: &findings) ?? 1
    let isTotal = fields.flag("total", into: &findings) ?? false
    let previous = expression("previous", fields, into: &findings)
    let current = expression("current", fields, into: &findings)
    guard let previous, let current else { return nil }
    return ChartForm.Item(
      label: label, level: level, previous: previous, current: current, isTotal: isTotal)
  }

  private func expression(
    _ key: String, _ fields: YAMLFields, into findings: inout [Finding]
  ) -> Expression? {
    guard let scalar = fields.required(key, into: &findings) else { return nil }
    do {
      let expression = try Expression(parsing: scalar.text)
      references.check(expression, in: scalar, within: .once, into: &findings)
      return expression
    } catch {
      findings.append(.expressionSyntax(error, in: scalar))
      return nil
    }
  }
}

extension Finding {
  /// An expression that cannot be read.
  static func expressionSyntax(
    _ error: ExpressionSyntaxError, in scalar: YAMLScalar
  ) -> Finding {
    Finding(
      .expressionSyntax, at: scalar.position(atOffset: error.offset),
      "算式“\(scalar.text.longExcerpt)”写法不对：\(error.message)")
  }
}
