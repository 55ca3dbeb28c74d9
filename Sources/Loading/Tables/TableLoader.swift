import Budget

/// Fills a form with the rows of CSV files.
///
/// Everything that is wrong with a file is reported at once; what can be read is read.
public struct TableLoader: Sendable {
  /// How much a table may hold.
  private let limits: TableLimits
  private let plan: TablePlan
  /// How the last file began whose header was right. It does not show in any table.
  private var known: KnownHeader?
  private var form: Form { plan.form }

  /// A loader for `form`, which has the report's years filled in.
  public init(_ form: Form) {
    self.init(form, limits: TableLimits())
  }

  /// A loader with other limits than the usual ones.
  init(_ form: Form, limits: TableLimits) {
    plan = TablePlan(form)
    self.limits = limits
  }

  /// Where the file of a form belongs: `tables/<id>.csv` beside the report's own file.
  static func path(of form: Form, reportFile: String) -> String {
    let slash = reportFile.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { reportFile[...$0] } ?? ""
    return folder + "tables/" + form.id + ".csv"
  }

  /// Decodes the bytes of a table's file and fills the form with it.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds; `nil` if there is none.
  ///   - file: the file's path as messages show it.
  ///   - absence: what the report says about a table that its source lacks; `nil` for nothing.
  ///   - absencePosition: where the report names such a table.
  ///   - note: the note under the table; empty for none.
  ///   - notePosition: where the note stands.
  ///   - reportFile: the path of the file that describes the report.
  ///   - findings: gets what is wrong.
  public mutating func load(
    bytes: [UInt8]?, file: String, absence: String?, absencePosition: SourcePosition, note: String,
    notePosition: SourcePosition, reportFile: String, into findings: inout [Finding]
  ) -> Table {
    let source = bytes.flatMap { SourceText.decoding($0, file: file, into: &findings) }
    guard bytes == nil || source != nil else {
      return blank(.unread, file: file, note: note, notePosition: notePosition)
    }
    return load(
      source: source, absence: absence, absencePosition: absencePosition, note: note,
      notePosition: notePosition,
      reportFile: reportFile, into: &findings)
  }

  /// Fills the form with a file that is decoded already, or that does not exist.
  private mutating func load(
    source: SourceText?, absence: String?, absencePosition: SourcePosition, note: String,
    notePosition: SourcePosition, reportFile: String, into findings: inout [Finding]
  ) -> Table {
    guard let source else {
      let expected = Self.path(of: form, reportFile: reportFile)
      if absence == nil {
        findings.append(
          Finding(
            .tableMissing, at: SourcePosition(file: reportFile),
            "缺少\(form.number)《\(form.title)》。请建立文件 \(expected)；"
              + "原始材料里确实没有这张表的，请在 absent 下写明“\(form.id): 原因”"))
      }
      return blank(
        absence.map { .absent($0) } ?? .unread, file: expected, note: note,
        notePosition: notePosition)
    }
    if absence != nil {
      findings.append(
        Finding(
          .absentTablePresent, at: absencePosition,
          "absent 里说没有\(form.number)《\(form.title)》，可是有文件 \(source.file)。请删去其中一个"))
    }

    var capped = CappedFindings(file: source.file, limit: limits.findings)
    var table = RowReader(plan: plan, bytes: source.bytes, limits: limits)
      .read(&known, reporting: &capped)
    guard table.isComplete else {
      findings += capped.all()
      return blank(.unread, file: source.file, note: note, notePosition: notePosition)
    }
    var listings: [Listing] = []
    var isEmpty = true
    for index in form.listings.indices {
      let builder = ListingBuilder(plan, index: index, rows: table, limits: limits)
      let list = builder.build(lastLine: table.lastLine, reporting: &capped)
      isEmpty = isEmpty && builder.isEmpty(list.entries)
      builder.readValues(of: list.entries, in: &table, bytes: source.bytes, reporting: &capped)
      listings.append(Listing(entries: list.entries.map(\.entry), index: list.index))
    }
    let presence: Table.Presence = isEmpty ? .empty : .filled
    reportEmptiness(
      presence, form: form, note: note, notePosition: notePosition, reportFile: reportFile,
      reporting: &capped, into: &findings)
    findings += capped.all()
    return Table(
      form: form, presence: presence, file: source.file, rows: table.rows,
      listings: listings, note: note, notePosition: notePosition)
  }

  /// A table without rows: an absent one, or one that could not be read.
  private func blank(
    _ presence: Table.Presence, file: String, note: String, notePosition: SourcePosition
  ) -> Table {
    Table(
      form: form, presence: presence, file: file, rows: [],
      listings: form.listings.map { _ in Listing(entries: []) }, note: note,
      notePosition: notePosition)
  }
}
