import Budget

/// What `report.yml` says.
struct ReportDescription {
  /// A text about one of the tables.
  struct TableText {
    /// The table's id, number, title or alias.
    let table: String
    /// Where the table is named.
    let tablePosition: SourcePosition
    /// The text.
    let text: String
    /// Where the text stands.
    let position: SourcePosition
  }

  private static let keys = [
    "title", "department", "fiscal_year", "kind", "form_set", "published", "source", "notes",
    "absent",
  ]

  var title = ""
  var department = ""
  var fiscalYear = 0
  var kind = Report.Kind.budget
  var formSet: YAMLScalar?
  var published: PublicationDate?
  var source = ""
  var notes: [TableText] = []
  var absences: [TableText] = []

  /// The description that `root` is; what cannot be read is left out.
  init(_ root: YAMLNode, into findings: inout [Finding]) {
    guard let fields = YAMLFields(root, of: "报告", known: Self.keys, into: &findings) else {
      return
    }
    title = fields.required("title", into: &findings)?.text ?? ""
    department = fields.required("department", into: &findings)?.text ?? ""
    _ = fields.requiredNode("fiscal_year", into: &findings)
    fiscalYear = fields.integer("fiscal_year", in: 1949...2199, into: &findings) ?? 0
    _ = fields.requiredNode("kind", into: &findings)
    kind = fields.choice("kind", into: &findings) ?? .budget
    formSet = fields.required("form_set", into: &findings)
    source = fields.text("source", into: &findings)
    notes = Self.texts("notes", fields, into: &findings)
    absences = Self.texts("absent", fields, into: &findings)
    guard let date = fields.scalar("published", into: &findings) else {
      if !fields.has("published") { findings.append(Self.missingDate(root.position.file)) }
      return
    }
    published = PublicationDate(date.text)
    if published == nil {
      fields.invalid(
        "published", date, "应是日期，如 2021-02-03，或日期和时间，如 2021-02-03 09:30", into: &findings)
    }
  }

  private static func missingDate(_ file: String) -> Finding {
    Finding(
      .reportTagMissing, at: SourcePosition(file: file), severity: .warning,
      "没有给出发布日期（published），页面上的 PubDate 标签会空缺；请写上，如 published: 2021-02-03 09:30。")
  }

  private static func texts(
    _ key: String, _ fields: YAMLFields, into findings: inout [Finding]
  ) -> [TableText] {
    guard let node = fields.node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      findings.append(
        Finding(
          .yamlWrongType, at: node.position,
          "“\(key)”应是一组“表的标识: 文字”，这里却是\(node.kindName)。"))
      return []
    }
    var texts: [TableText] = []
    for entry in entries {
      guard let scalar = YAMLFields.scalar(entry.value, of: entry.key, into: &findings) else {
        continue
      }
      guard !scalar.isNull, !scalar.text.trimmed.isEmpty else {
        findings.append(
          Finding(
            .yamlMissingKey, at: entry.position, length: entry.key.unicodeScalars.count,
            "“\(key)”里的“\(entry.key)”没有文字，请写上或删去。"))
        continue
      }
      texts.append(
        TableText(
          table: entry.key, tablePosition: entry.position, text: scalar.text.trimmed,
          position: scalar.position))
    }
    return texts
  }
}
