import Budget

/// Reads reports one by one. It keeps the form sets that it has filled in for a year, with what it
/// takes to fill in their forms, and nothing of the reports that could show.
public struct ReportLoader: Sendable {
  private struct SetOfYear: Hashable {
    let formSet: String
    let fiscalYear: Int
  }

  private struct Resolved {
    let formSet: FormSet
    /// For each form.
    var tables: [TableLoader]
  }

  private let folder: ContentFolder
  private let formSets: [String: FormSetSource]
  private var resolved: [SetOfYear: Resolved] = [:]
  private var expressions = ParsedExpressions()

  init(folder: ContentFolder, formSets: [String: FormSetSource]) {
    self.folder = folder
    self.formSets = formSets
  }

  /// Reads a report, and says everything that is wrong with it.
  ///
  /// A report with errors is there as far as it can be read; `nil` only if its description cannot.
  public mutating func load(
    _ source: ReportSource
  ) throws -> (report: Report?, findings: [Finding]) {
    var findings: [Finding] = []
    reportUnknownFiles(source, into: &findings)
    let file = source.path + "/" + ReportDiscovery.description
    let text = try folder.text(file, into: &findings)
    let description = text.flatMap { YAMLParser.parse($0, into: &findings) }.map {
      ReportDescription($0, into: &findings)
    }
    description?.checkYear(ofFolder: source.path, into: &findings)
    let set = description.flatMap { setOfYear(of: $0, into: &findings) }
    let formSet = set.flatMap { resolved[$0]?.formSet }
    let facts = try facts(source, into: &findings)
    let narrative = try narrative(source, formSet: formSet, into: &findings)
    guard let description else { return (nil, findings.readable()) }
    let tables = try tables(source, description, set, into: &findings)
    var report = Report(
      path: source.path, title: description.title, department: description.department,
      fiscalYear: description.fiscalYear, kind: description.kind,
      published: description.published, sourceDocument: description.source,
      formSet: formSet ?? FormSet(id: description.formSet?.text ?? "", title: "", forms: []),
      tables: tables, narrative: narrative, facts: facts.facts, file: folder.name + "/" + file)
    report.unreadFacts = facts.unread
    report.corrections = try corrections(source, of: report, into: &findings)
    return (report, findings.readable())
  }

  private func corrections(
    _ source: ReportSource, of report: Report, into findings: inout [Finding]
  ) throws -> [Correction] {
    guard let file = source.file("corrections.yml"),
      let text = try folder.text(file, into: &findings),
      let root = YAMLParser.parse(text, into: &findings)
    else { return [] }
    return CorrectionsReader(report).corrections(root, into: &findings)
  }

  /// The form set that the description names, which is in ``resolved`` then.
  private mutating func setOfYear(
    of description: ReportDescription, into findings: inout [Finding]
  ) -> SetOfYear? {
    // Without a year the forms' own years are nonsense, and so is all that is said of the tables.
    guard let name = description.formSet, description.fiscalYear != 0 else { return nil }
    guard let source = formSets[name.text] else {
      let known = formSets.keys.sorted()
      let hint = Spelling.suggestion(for: name.text, among: known)
      findings.append(
        Finding(
          .reportFormSetUnknown, at: name.position, length: name.text.unicodeScalars.count,
          "没有可用的表样“\(name.text)”（\(folder.name)/forms/\(name.text).yml）\(hint)"))
      return nil
    }
    let key = SetOfYear(formSet: name.text, fiscalYear: description.fiscalYear)
    if resolved[key] == nil {
      let formSet = source.resolved(for: description.fiscalYear)
      resolved[key] = Resolved(formSet: formSet, tables: formSet.forms.map { TableLoader($0) })
    }
    return key
  }

  private mutating func facts(
    _ source: ReportSource, into findings: inout [Finding]
  ) throws -> (facts: [ExternalFact], unread: UnreadFacts) {
    guard let file = source.file("facts.yml") else { return ([], .named([])) }
    guard let text = try folder.text(file, into: &findings),
      let root = YAMLParser.parse(text, into: &findings)
    else { return ([], .all) }
    return FactsReader.facts(root, &expressions, into: &findings)
  }

  private mutating func narrative(
    _ source: ReportSource, formSet: FormSet?, into findings: inout [Finding]
  ) throws -> Narrative {
    let shown = folder.name + "/" + source.path + "/narrative.md"
    let empty = Narrative(blocks: [], file: shown)
    guard let file = source.file("narrative.md") else {
      findings.append(
        Finding(
          .narrativeMissing, at: SourcePosition(file: shown),
          "缺少情况说明：请把正文保存为 narrative.md，放在 \(ReportDiscovery.description) 旁边。"))
      return empty
    }
    guard let text = try folder.text(file, into: &findings) else { return empty }
    let context = NarrativeContext(
      charts: formSet.map { $0.charts.map(\.id) }, depth: source.path.split(separator: "/").count,
      files: source.names)
    let narrative = NarrativeReader.narrative(text, in: context, &expressions, into: &findings)
    for picture in narrative.pictures {
      let size = try folder.size(source.path + "/" + picture.file)
      guard size > SourceText.maximumSize else { continue }
      findings.append(
        Finding(
          .fileTooLarge, at: picture.position,
          "图片“\(picture.file)”超过 \(SourceText.maximumSize >> 20) MB，请缩小后再放进报告文件夹。"))
    }
    return narrative
  }

  private mutating func tables(
    _ source: ReportSource, _ description: ReportDescription, _ set: SetOfYear?,
    into findings: inout [Finding]
  ) throws -> [Table] {
    guard let set, let formSet = resolved[set]?.formSet else { return [] }
    let files = TableFiles(source, formSet: formSet, root: folder.name, into: &findings).files
    let notes = byForm(description.notes, formSet, into: &findings)
    let absences = byForm(description.absences, formSet, into: &findings)
    let description = folder.name + "/" + source.path + "/" + ReportDiscovery.description
    var tables: [Table] = []
    for (index, file) in files.enumerated() {
      let bytes = try file.map(folder.read)
      let note = notes[index]
      let table = resolved[set]?.tables[index].load(
        bytes: bytes, file: folder.name + "/" + (file ?? ""), absence: absences[index]?.text,
        absencePosition: absences[index]?.tablePosition ?? SourcePosition(file: description),
        note: note?.text ?? "",
        notePosition: note?.position ?? SourcePosition(file: description), reportFile: description,
        into: &findings)
      if let table { tables.append(table) }
    }
    return tables
  }

  /// The texts by the index of the form that they are about.
  private func byForm(
    _ texts: [ReportDescription.TableText], _ formSet: FormSet, into findings: inout [Finding]
  ) -> [Int: ReportDescription.TableText] {
    var result: [Int: ReportDescription.TableText] = [:]
    for text in texts {
      guard let index = formSet.formIndex(named: text.table) else {
        let names = formSet.forms.flatMap { [$0.id, $0.number, $0.title] }
        let hint = Spelling.suggestion(for: text.table, among: names)
        findings.append(
          Finding(
            .reportTableUnknown, at: text.tablePosition,
            length: text.table.unicodeScalars.count, "表样里没有表“\(text.table)”\(hint)"))
        continue
      }
      if result[index] != nil {
        findings.append(
          Finding(
            .yamlDuplicateKey, at: text.tablePosition, length: text.table.unicodeScalars.count,
            "\(formSet.forms[index].title)在这里写了两次，请合并。"))
        continue
      }
      result[index] = text
    }
    return result
  }

  /// Files that look like a report's, under a name that nothing reads.
  private func reportUnknownFiles(_ source: ReportSource, into findings: inout [Finding]) {
    let known = [ReportDiscovery.description, "narrative.md", "facts.yml", "corrections.yml"]
    let endings = [".yml", ".yaml", ".md", ".markdown", ".csv"]
    var faults = PathFindings()
    defer { findings += faults.all() }
    for name in source.names {
      guard !known.contains(name), !name.hasPrefix("tables/"),
        endings.contains(where: { name.lowercased().hasSuffix($0) })
      else { continue }
      let hint = Spelling.suggestion(for: name, among: known)
      let advice = name.lowercased().hasSuffix(".csv") ? "；表格要放在 tables 文件夹里" : hint
      faults.append(
        severity: .warning,
        Finding(
          .reportFileUnknown,
          at: SourcePosition(file: folder.name + "/" + source.path + "/" + name),
          severity: .warning, "“\(name)”不是报告的文件，不会读取\(advice)"))
    }
  }
}
