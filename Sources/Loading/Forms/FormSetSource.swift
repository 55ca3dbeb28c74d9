import Budget

/// A form set's file, read once; its texts still hold the placeholders for the years.
public struct FormSetSource: Sendable {
  /// The id by which reports name it: its file's name without the ending.
  public let id: String
  private let root: YAMLNode

  /// The form set that `source` describes; `nil` if the file cannot be read.
  ///
  /// All that is wrong with it is reported here, so ``resolved(for:)`` has nothing to report.
  public init?(id: String, source: SourceText, into findings: inout [Finding]) {
    guard let root = YAMLParser.parse(source, into: &findings) else { return nil }
    self.id = id
    self.root = root
    Placeholders.check(root, into: &findings)
    guard case .mapping = root.content else {
      _ = YAMLFields(root, of: "表样文件", known: [], into: &findings)
      return nil
    }
    _ = build(Placeholders.resolve(root, for: Placeholders.sampleYear), into: &findings)
  }

  /// The form set with the years of a report's fiscal year filled in.
  public func resolved(for fiscalYear: Int) -> FormSet {
    var known: [Finding] = []
    return build(Placeholders.resolve(root, for: fiscalYear), into: &known)
  }

  private func build(_ root: YAMLNode, into findings: inout [Finding]) -> FormSet {
    let keys = ["title", "tables", "overview", "charts", "checks"]
    guard let fields = YAMLFields(root, of: "表样文件", known: keys, into: &findings) else {
      return FormSet(id: id, title: id, forms: [])
    }
    let title = fields.required("title", into: &findings)?.text ?? id
    _ = fields.requiredNode("tables", into: &findings)
    var ids = UniqueNames(of: "表")
    var names = FormNames()
    var forms: [Form] = []
    for (index, node) in fields.nodes("tables", into: &findings).enumerated() {
      let form = FormReader.form(node, number: index + 1, ids: &ids, into: &findings)
      guard let form else { continue }
      names.add(form, at: node.position, into: &findings)
      forms.append(form)
    }
    let tables = FormSet(id: id, title: title, forms: forms)
    let references = ReferenceCheck(formSet: tables)
    let charts = ChartReader(references: references).charts(fields, into: &findings)
    let overview = OverviewReader(references: references, charts: charts)
    return FormSet(
      id: id, title: title, forms: forms, charts: charts,
      checks: CheckReader(references: references).checks(fields, into: &findings),
      overview: overview.overview(fields, into: &findings))
  }
}

/// The names that call tables: none may call two.
private struct FormNames {
  private var owners: [String: String] = [:]

  mutating func add(_ form: Form, at position: SourcePosition, into findings: inout [Finding]) {
    let names = [form.id, form.number, form.title] + form.aliases
    for name in Set(names).subtracting([""]).sorted() {
      if let owner = owners[name], owner != form.id {
        findings.append(
          Finding(
            .formNameAmbiguous, at: position,
            "“\(name)”既指表“\(owner)”又指表“\(form.id)”，请改动其中一个的编号、名称或别名。"))
      } else if name == Reference.factsTable {
        findings.append(
          Finding(.formNameAmbiguous, at: position, "“\(name)”专指 facts.yml 里的数，不能用作表名。"))
      } else {
        owners[name] = form.id
      }
    }
  }
}
