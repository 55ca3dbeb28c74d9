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
  /// Where the year stands.
  private(set) var yearPosition: SourcePosition?
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
    let title = fields.required("title", into: &findings)
    let department = fields.required("department", into: &findings)
    self.title = title?.text ?? ""
    self.department = department?.text.trimmed ?? ""
    for (key, text) in [("title", title), ("department", department)] {
      guard let text else { continue }
      Self.checkIsFilledIn(text, into: &findings)
      guard text.text.unicodeScalars.count > Report.longestName else { continue }
      fields.invalid(key, text, "最多 \(Report.longestName) 个字", into: &findings)
    }
    yearPosition = fields.requiredNode("fiscal_year", into: &findings)?.position
    if let year = fields.integer("fiscal_year", in: 1949...2199, into: &findings) {
      fiscalYear = year
      if let title { checkYear(of: title, into: &findings) }
    } else {
      // For what else there is to say: the tables' forms depend on the year.
      fiscalYear = Self.years(in: self.title[...], before: "年").first ?? 0
    }
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

  /// Warns of a text that still waits for its words.
  private static func checkIsFilledIn(_ text: YAMLScalar, into findings: inout [Finding]) {
    guard let left = UnfilledWords.first(in: text.text) else { return }
    findings.append(
      Finding(
        .reportUnfilled, at: text.position, length: text.text.unicodeScalars.count,
        severity: .warning, "“\(text.text.longExcerpt)”里的“\(left)”像是没有填写的占位文字，请写上。"))
  }

  /// Warns of a title that speaks of other years alone.
  private func checkYear(of title: YAMLScalar, into findings: inout [Finding]) {
    let years = Self.years(in: title.text[...], before: "年")
    guard fiscalYear != 0, let other = years.first, !years.contains(fiscalYear) else { return }
    findings.append(
      Finding(
        .reportYear, at: title.position, length: title.text.unicodeScalars.count,
        severity: .warning, "标题写的是\(other)年，fiscal_year 却是 \(fiscalYear)，请核对哪一个没有改过来。"))
  }

  /// Warns of a folder that bears another year: it may be a copy in which the year is still to change.
  func checkYear(ofFolder path: String, into findings: inout [Finding]) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[$0...].dropFirst() } ?? path[...]
    let years = Self.years(in: name, before: "")
    guard fiscalYear != 0, let other = years.first, !years.contains(fiscalYear) else { return }
    findings.append(
      Finding(
        .reportYear, at: yearPosition ?? SourcePosition(file: path), length: 4,
        severity: .warning,
        "文件夹名是“\(name)”，fiscal_year 却是 \(fiscalYear)。如果是复制上一年的文件夹，请改成 \(other)；否则请给文件夹改名。"))
  }

  /// The years of four digits in a text that have these words behind them.
  private static func years(in text: Substring, before words: String) -> [Int] {
    text.utf8.split { !(0x30...0x39).contains($0) }.compactMap { digits in
      guard digits.count == 4, text.utf8[digits.endIndex...].starts(with: words.utf8),
        let year = Int(Substring(digits)), (1949...2199).contains(year)
      else { return nil }
      return year
    }
  }

  /// Whether a text is more than nothing, punctuation, or the bare word for nothing.
  private static func saysSomething(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return !["", "无", "没有", "略"].contains(letters.text)
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
      guard !scalar.isNull, saysSomething(scalar.text.trimmed) else {
        findings.append(
          Finding(
            .yamlMissingKey, at: entry.position, length: entry.key.unicodeScalars.count,
            "“\(key)”里的“\(entry.key)”没有说明什么，请写明原因（如“本单位没有政府性基金预算，故没有数据。”），或删去。"))
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
