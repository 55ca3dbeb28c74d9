import Budget

/// Puts what was recognised together to a report folder.
struct ReportAssembly {
  private let documents: [ImportedDocument]
  private let blocks: [ImportedDocument.Block]
  private let facts: ReportFacts
  var formSetID = ""
  var department: String?

  init(
    documents: [ImportedDocument], blocks: [ImportedDocument.Block], facts: ReportFacts
  ) {
    self.documents = documents
    self.blocks = blocks
    self.facts = facts
  }

  /// The report of `tables`, which were recognised by `formSet`.
  func report(
    formSet: FormSet, tables: RecognisedTables, draft: FormSetDraft?
  ) -> ImportedReport {
    var ledger = tables.ledger
    let unknown = unknown(tables, &ledger)
    var leftovers = tables.leftovers + unknown
    leftovers += documents.flatMap(\.asides).map(Self.leftover)
    let lines = lines(without: tables.usedParagraphs)
    var narrative = NarrativeBuilder(lines)
    let markdown = narrative.markdown(
      charts: formSet.charts, tablesTitle: facts.kind == .budget ? "部门预算表" : "部门决算表",
      firstTable: tables.tableBlocks.first)

    var description = ReportDescriptionText(
      title: title(narrative.title), department: name(tables, narrative.title, formSet),
      fiscalYear: facts.fiscalYear, kind: facts.kind, formSet: formSetID,
      sources: documents.map(\.file))
    description.notes = notes(tables, formSet)
    // A table that nothing was recognised in may be one that is missing: a person has to say
    // whether it is, unless the file does.
    description.absences = absences(
      tables, formSet, listed: unknown.isEmpty ? narrative.contentsEntries : nil)
    let results = results(tables, formSet)
    let withheld = results.filter(\.isWithheld).map { $0.id + ".csv" }
    let files = [
      ImportedFile(path: "report.yml", text: description.text),
      ImportedFile(path: "narrative.md", text: markdown),
    ]
    return ImportedReport(
      files: files + tableFiles(tables, formSet, results)
        + LeftoverFolder.files(leftovers, beside: withheld),
      draftFormSet: draft.map { ImportedFile(path: "\(formSetID).yml", text: $0.yaml) },
      fiscalYear: facts.fiscalYear, department: description.department, tables: results,
      notesAbsences: unknown.isEmpty,
      headings: markdown.split(separator: "\n").count { $0.hasPrefix("#") },
      characters: markdown.count, leftovers: leftovers,
      remarks: facts.remarks + tables.remarks + RepeatedLines.remarks(on: lines),
      balance: balance(tables, ledger))
  }

  // MARK: Tables

  private func results(
    _ tables: RecognisedTables, _ formSet: FormSet
  ) -> [ImportedReport.TableResult] {
    formSet.forms.enumerated().map { index, form in
      let table = tables.tables[index].flatMap { $0.absence == nil ? $0 : nil }
      return ImportedReport.TableResult(
        id: form.id, name: form.number + " " + form.title, rows: table?.rows.count,
        pieces: table?.pieces ?? 0, isWithheld: table?.unit.map { $0 != form.unit } ?? false)
    }
  }

  private func tableFiles(
    _ tables: RecognisedTables, _ formSet: FormSet, _ results: [ImportedReport.TableResult]
  ) -> [ImportedFile] {
    formSet.forms.indices.compactMap { index in
      guard let table = tables.tables[index], table.absence == nil else { return nil }
      let form = formSet.forms[index]
      let folder = results[index].isWithheld ? LeftoverFolder.name : "tables"
      return ImportedFile(
        path: "\(folder)/\(form.id).csv", text: TableText.text(of: table, form: form))
    }
  }

  private func notes(
    _ tables: RecognisedTables, _ formSet: FormSet
  ) -> [(table: String, text: String)] {
    formSet.forms.enumerated().compactMap { index, form in
      guard let notes = tables.tables[index]?.notes, !notes.isEmpty else { return nil }
      return (form.id, notes.joined(separator: "\n"))
    }
  }

  /// The tables that are not there; of those of which the files do not say why, only if the list of
  /// contents is given.
  private func absences(
    _ tables: RecognisedTables, _ formSet: FormSet, listed contents: [String]?
  ) -> [(table: String, text: String)] {
    formSet.forms.enumerated().compactMap { index, form in
      if let reason = tables.tables[index]?.absence { return (form.id, reason) }
      guard let contents, tables.tables[index] == nil else { return nil }
      let isListed = contents.contains { $0.folded.contains(form.title.folded) }
      return (form.id, isListed ? "本表列入目录，但公开的原始材料中没有本表。" : "公开的原始材料中没有本表。")
    }
  }

  private func balance(_ tables: RecognisedTables, _ ledger: CellLedger) -> CellBalance {
    var balance = CellBalance()
    for table in tables.tables.values {
      balance.written += table.filled
      balance.extra += table.extra
    }
    for (index, block) in blocks.enumerated() {
      switch block {
      case .table(let grid): balance.read += grid.cells.count { !$0.isBlank }
      case .paragraph(let paragraph) where paragraph.isCell:
        balance.read += 1
        if tables.usedParagraphs.contains(index) {
          balance.captions += 1
        } else {
          balance.narrative += 1
        }
      case .paragraph: break
      }
    }
    balance.values = ledger.count(.value)
    balance.headers = ledger.count(.header)
    balance.captions += ledger.count(.caption)
    balance.notes = ledger.count(.note)
    balance.leftovers = ledger.count(.leftover)
    return balance
  }

  // MARK: Words

  private func lines(without used: Set<Int>) -> [NarrativeLine] {
    blocks.enumerated().compactMap { index, block in
      guard case .paragraph(let paragraph) = block, !used.contains(index) else { return nil }
      return NarrativeLine(paragraph, block: index)
    }
  }

  private func title(_ found: String) -> String {
    found.isEmpty ? "\(facts.fiscalYear)年\(facts.kind.title)" : found
  }

  private func name(_ tables: RecognisedTables, _ title: String, _ formSet: FormSet) -> String {
    let found = department ?? DepartmentName.find(tables, title: title)
    return found.isEmpty ? UnfilledWords.usual : found
  }

  // MARK: What is left

  /// The grids that nothing was recognised in.
  private func unknown(_ tables: RecognisedTables, _ ledger: inout CellLedger) -> [Leftover] {
    tables.unknown.compactMap { unknown in
      guard case .table(let grid) = blocks[unknown.block] else { return nil }
      let filled = grid.cells.indices.filter { !grid.cells[$0].isBlank }
      guard let first = filled.first else { return nil }
      for cell in filled {
        ledger.record(CellLedger.CellID(grid: unknown.block, cell: cell), .leftover)
      }
      return Leftover(
        place: grid.cells[first].place, what: "没有认出的表格（\(filled.count) 个有内容的单元格）",
        text: filled.prefix(12).map { grid.cells[$0].text.trimmedText }.joined(separator: " | "),
        attachment: ImportedFile(
          path: "table-\(unknown.block + 1).tsv", text: TSVText.text(of: grid)),
        suggestion: "如果是要公开的表，请在表样里加上它的标题和表头，再导入一次；正文里的小表可改写成文字。")
    }
  }

  private static func leftover(_ aside: ImportedDocument.Aside) -> Leftover {
    let suggestion =
      switch aside.kind {
      case .picture: "图片没有放进正文；需要时放到报告文件夹里，在正文中用 ![说明](图片文件名) 引用。"
      case .pageMargin: "网页没有页眉页脚，一般不需要处理。"
      case .footnote: "请把脚注的内容写到正文相应的地方。"
      case .comment: "批注一般不公开；请看看是否有尚未处理的意见。"
      case .hidden: "原文件里看不见，所以没有公开；如应公开，请取消隐藏后再导入。"
      case .other: "请看看原文件，确认不需要公开。"
      }
    return Leftover(
      place: aside.place, what: aside.kind.rawValue, text: aside.text,
      attachment: aside.attachment, suggestion: suggestion)
  }
}
