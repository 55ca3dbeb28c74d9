import Budget

/// Reads what a form set says of a report's first screen (`overview`).
struct OverviewReader {
  /// What the figures may refer to.
  let references: ReferenceCheck
  /// The charts that the overview may show.
  let charts: [ChartForm]

  private static let itemKeys = ["id", "label", "scope", "value", "previous"]

  private enum ChartKind: String, CaseIterable {
    case ranking, share, years
  }

  /// The overview that the form set's `fields` describe; `nil` if they describe none.
  func overview(_ fields: YAMLFields, into findings: inout [Finding]) -> OverviewForm? {
    let keys = ["statements", "charts"]
    guard let node = fields.node("overview"),
      let overview = YAMLFields(node, of: "概览（overview）", known: keys, into: &findings)
    else { return nil }
    var statements: [OverviewForm.Statement] = []
    var ids = UniqueNames(of: "概览的数")
    for node in overview.nodes("statements", into: &findings) {
      guard let statement = statement(node, &ids, into: &findings) else { continue }
      statements.append(statement)
    }
    let nodes = overview.nodes("charts", into: &findings)
    if nodes.count > OverviewForm.maximumCharts {
      findings.append(
        Finding(
          .overviewChart, at: nodes[OverviewForm.maximumCharts].position,
          "概览最多放 \(OverviewForm.maximumCharts) 个图，这里有 \(nodes.count) 个；其余的请用 chart: 放进情况说明。"))
    }
    var charts: [OverviewForm.Chart] = []
    for node in nodes {
      guard let chart = chart(node, &ids, into: &findings) else { continue }
      charts.append(chart)
    }
    return OverviewForm(statements: statements, charts: charts)
  }

  private func statement(
    _ node: YAMLNode, _ ids: inout UniqueNames, into findings: inout [Finding]
  ) -> OverviewForm.Statement? {
    let keys = Self.itemKeys + ["parts"]
    guard let fields = YAMLFields(node, of: "概览的一项", known: keys, into: &findings) else {
      return nil
    }
    let item = item(fields, &ids, into: &findings)
    let parts = items("parts", fields, &ids, into: &findings)
    return item.map { OverviewForm.Statement(item: $0, parts: parts) }
  }

  private func items(
    _ key: String, _ fields: YAMLFields, _ ids: inout UniqueNames, into findings: inout [Finding]
  ) -> [OverviewForm.Item] {
    var items: [OverviewForm.Item] = []
    for node in fields.nodes(key, into: &findings) {
      guard let part = YAMLFields(node, of: "概览的一个数", known: Self.itemKeys, into: &findings),
        let item = item(part, &ids, into: &findings)
      else { continue }
      items.append(item)
    }
    return items
  }

  private func item(
    _ fields: YAMLFields, _ ids: inout UniqueNames, into findings: inout [Finding]
  ) -> OverviewForm.Item? {
    let id = fields.has("id") ? ids.id(fields, into: &findings) : nil
    let label = fields.required("label", into: &findings)
    let value = cell("value", fields, into: &findings)
    let previous =
      fields.has("previous") ? reference("previous", fields, into: &findings) : nil
    guard let label, let value else { return nil }
    return OverviewForm.Item(
      id: id ?? "", label: label.text, scope: fields.text("scope", into: &findings),
      value: value.reference, previous: previous?.reference, position: value.scalar.position)
  }

  private func chart(
    _ node: YAMLNode, _ ids: inout UniqueNames, into findings: inout [Finding]
  ) -> OverviewForm.Chart? {
    let keys = ["kind", "title", "values", "total", "items", "chart"]
    guard let fields = YAMLFields(node, of: "概览的图", known: keys, into: &findings) else {
      return nil
    }
    _ = fields.requiredNode("kind", into: &findings)
    let kind: ChartKind? = fields.choice("kind", into: &findings)
    switch kind {
    case nil: return nil
    case .years: return years(fields, into: &findings)
    case .ranking:
      let title = fields.required("title", into: &findings)?.text
      let values = rows(fields, into: &findings)
      let total = cell("total", fields, into: &findings)?.reference
      guard let title, let values, let total else { return nil }
      return OverviewForm.Chart(
        title: title, kind: .ranking(values: values, total: total), position: node.position)
    case .share:
      let title = fields.required("title", into: &findings)?.text
      _ = fields.requiredNode("items", into: &findings)
      let items = items("items", fields, &ids, into: &findings)
      let total = cell("total", fields, into: &findings)?.reference
      guard let title, let total, !items.isEmpty else { return nil }
      return OverviewForm.Chart(
        title: title, kind: .share(items: items, total: total), position: node.position)
    }
  }

  private func years(
    _ fields: YAMLFields, into findings: inout [Finding]
  ) -> OverviewForm.Chart? {
    guard let id = fields.required("chart", into: &findings) else { return nil }
    guard let chart = charts.first(where: { $0.id == id.text }) else {
      let hint = Spelling.suggestion(for: id.text, among: charts.map(\.id))
      findings.append(
        Finding(
          .overviewChart, at: id.position, length: id.text.unicodeScalars.count,
          "表样的 charts 里没有图“\(id.text)”\(hint.isEmpty ? "。" : hint)"))
      return nil
    }
    let title = fields.text("title", into: &findings)
    return OverviewForm.Chart(
      title: title.isEmpty ? chart.title : title, kind: .years(chart), position: id.position)
  }
}

extension OverviewReader {
  private typealias Found = (reference: Reference, scalar: YAMLScalar)

  /// The one cell that the value under `key` names.
  private func cell(
    _ key: String, _ fields: YAMLFields, into findings: inout [Finding]
  ) -> Found? {
    guard let found = reference(key, fields, into: &findings) else { return nil }
    if !found.reference.isFact, !found.reference.selectsRows { return found }
    findings.append(
      Finding(
        .overviewValue, at: found.scalar.position, length: found.scalar.text.unicodeScalars.count,
        "概览的数要取自一个单元格，如 收入[总计].合计；“\(found.scalar.text)”不是。"))
    return nil
  }

  /// The rows that a ranking shows.
  private func rows(_ fields: YAMLFields, into findings: inout [Finding]) -> Reference? {
    guard let found = reference("values", fields, into: &findings) else { return nil }
    if found.reference.selectsRows { return found.reference }
    findings.append(
      Finding(
        .overviewValue, at: found.scalar.position, length: found.scalar.text.unicodeScalars.count,
        "由多到少的图要写明取哪些行，如 支出[级=1].合计；“\(found.scalar.text)”不是。"))
    return nil
  }

  /// The cells or the fact that the value under `key` names: a reference, nothing to compute.
  private func reference(
    _ key: String, _ fields: YAMLFields, into findings: inout [Finding]
  ) -> Found? {
    guard let scalar = fields.required(key, into: &findings) else { return nil }
    do {
      let expression = try Expression(parsing: scalar.text)
      references.check(expression, in: scalar, within: .once, into: &findings)
      if case .reference(let reference) = expression { return (reference, scalar) }
    } catch {
      findings.append(.expressionSyntax(error, in: scalar))
      return nil
    }
    findings.append(
      Finding(
        .overviewValue, at: scalar.position, length: scalar.text.unicodeScalars.count,
        "概览只引用单元格里现成的数，不作计算；“\(scalar.text)”是算式。"))
    return nil
  }
}

extension Reference {
  /// Whether it selects rows by conditions, any number of them.
  fileprivate var selectsRows: Bool {
    guard case .filtered = rows else { return false }
    return true
  }
}
