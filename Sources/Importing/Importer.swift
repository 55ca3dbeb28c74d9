import Budget

/// What is to be imported.
public struct ImportRequest: Sendable {
  /// The paths of the files; together they are one report.
  public var paths: [String]
  /// The form set's id.
  public var formSetID: String
  /// The form set filled in for a fiscal year; `nil` if there is none of that id.
  public var formSet: @Sendable (_ fiscalYear: Int) -> FormSet?
  /// The fiscal year, where the files do not say it.
  public var fiscalYear: Int?
  /// The department, where the files do not say it.
  public var department: String?
  /// The report's path in the content, which may name the year.
  public var folder: String

  /// A request.
  public init(
    paths: [String], formSetID: String, formSet: @escaping @Sendable (Int) -> FormSet?,
    fiscalYear: Int? = nil, department: String? = nil, folder: String = ""
  ) {
    self.paths = paths
    self.formSetID = formSetID
    self.formSet = formSet
    self.fiscalYear = fiscalYear
    self.department = department
    self.folder = folder
  }
}

/// Turns Word files, workbooks and text into a report folder.
///
/// The flow is one way: files → documents → recognised tables and narrative lines → files.
public struct Importer: Sendable {
  private let tools: ImportTools

  /// An importer that uses these effects.
  public init(tools: ImportTools) {
    self.tools = tools
  }

  /// Imports the files. Nothing is written; see ``ReportFolder``.
  public func report(_ request: ImportRequest) throws -> ImportedReport {
    let reader = DocumentReader(tools: tools)
    let documents = try request.paths.map { try reader.document(path: $0) }
    let blocks = documents.flatMap(\.blocks)
    guard !blocks.isEmpty else {
      throw ImportFailure(
        .content, file: documents.map(\.file).joined(separator: "、"), "文件里没有文字也没有表格，没有可导入的内容。")
    }
    let facts = try ReportFacts(
      documents, folder: request.folder, givenYear: request.fiscalYear)
    let year = facts.fiscalYear
    func assembly(_ blocks: [ImportedDocument.Block], _ formSetID: String) -> ReportAssembly {
      var assembly = ReportAssembly(documents: documents, blocks: blocks, facts: facts)
      assembly.formSetID = formSetID
      assembly.department = request.department
      return assembly
    }
    var draftID = request.formSetID
    if let formSet = request.formSet(year) {
      let finder = SegmentFinder(forms: formSet.forms)
      let separated = SideBySide.separated(blocks, tables: finder.tables(in:))
      let tables = TableRecogniser.tables(in: separated, formSet: formSet)
      // A small table or two in the narrative are no sign of another form set.
      guard tables.tables.isEmpty, tables.unknown.count > 2 else {
        return assembly(separated, draftID).report(formSet: formSet, tables: tables, draft: nil)
      }
      // The form set is there and fits none of the tables: it stays as it is.
      draftID += "-draft"
    }
    let separated = SideBySide.separated(blocks, tables: FormSetDraft.tables(in:))
    let draft = FormSetDraft(blocks: separated, year: year, id: draftID)
    let tables = TableRecogniser.tables(in: separated, formSet: draft.formSet)
    return assembly(separated, draftID).report(
      formSet: draft.formSet, tables: tables, draft: draft)
  }
}
