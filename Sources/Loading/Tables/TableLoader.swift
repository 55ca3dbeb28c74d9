import Budget

/// Fills forms with the rows of a report's CSV files.
///
/// Everything that is wrong with a file is reported at once; what can be read is read.
public struct TableLoader: Sendable {
  /// How much a table may hold.
  public let limits: TableLimits

  /// A loader with the given limits.
  public init(limits: TableLimits = TableLimits()) {
    self.limits = limits
  }

  /// Where the file of a form belongs: `tables/<id>.csv` beside the report's own file.
  public static func path(of form: Form, reportFile: String) -> String {
    let folder = reportFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + ["tables", form.id + ".csv"]).joined(separator: "/")
  }

  /// Decodes the bytes of a table's file and fills the form with it.
  ///
  /// - Parameters:
  ///   - form: the form, with the report's years filled in.
  ///   - bytes: what the file holds; `nil` if there is none.
  ///   - file: the file's path as messages show it.
  ///   - absence: what the report says about a table that its source lacks; `nil` for nothing.
  ///   - note: the note under the table; empty for none.
  ///   - notePosition: where the note stands.
  ///   - reportFile: the path of the file that describes the report.
  ///   - findings: gets what is wrong.
  public func load(
    form: Form, bytes: [UInt8]?, file: String, absence: String?, note: String,
    notePosition: SourcePosition, reportFile: String, into findings: inout [Finding]
  ) -> Table {
    let source = bytes.flatMap { SourceText.decoding($0, file: file, into: &findings) }
    guard bytes == nil || source != nil else {
      return Self.blank(form, Self.unread, file: file, note: note, notePosition: notePosition)
    }
    return load(
      form: form, source: source, absence: absence, note: note, notePosition: notePosition,
      reportFile: reportFile, into: &findings)
  }

  /// Fills the form with a file that is decoded already, or that does not exist.
  public func load(
    form: Form, source: SourceText?, absence: String?, note: String,
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
      return Self.blank(
        form, absence.map { .absent($0) } ?? Self.unread, file: expected, note: note,
        notePosition: notePosition)
    }
    if absence != nil {
      findings.append(
        Finding(
          .absentTablePresent, at: SourcePosition(file: reportFile),
          "absent 里说没有\(form.number)《\(form.title)》，可是有文件 \(source.file)。请删去其中一个"))
    }

    var capped = CappedFindings(file: source.file, limit: limits.findings)
    var table = RowReader(form: form, bytes: source.bytes, limits: limits)
      .read(reporting: &capped)
    guard table.isComplete else {
      findings += capped.all()
      return Self.blank(
        form, Self.unread, file: source.file, note: note, notePosition: notePosition)
    }
    var drafts: [[DraftEntry]] = []
    var isEmpty = true
    for index in form.listings.indices {
      let builder = ListingBuilder(form: form, index: index, table: table, limits: limits)
      let entries = builder.build(lastLine: table.lastLine, reporting: &capped)
      isEmpty = isEmpty && builder.isEmpty(entries)
      builder.readValues(of: entries, in: &table, bytes: source.bytes, reporting: &capped)
      drafts.append(entries)
    }
    let presence: Table.Presence = isEmpty ? .empty : .filled
    reportEmptiness(
      presence, form: form, note: note, notePosition: notePosition, reportFile: reportFile,
      reporting: &capped, into: &findings)
    findings += capped.all()
    return Table(
      form: form, presence: presence, file: source.file, rows: table.rows,
      listings: drafts.map { Listing(entries: $0.map(\.entry)) }, note: note,
      notePosition: notePosition)
  }

  /// What stands for a table that could not be read: the error is reported, and what the table
  /// would have to agree with is not checked.
  private static let unread = Table.Presence.absent("本表没有读出来，请先改正检查结果里它的错误。")

  /// A table without rows: an absent one, or one that could not be read.
  private static func blank(
    _ form: Form, _ presence: Table.Presence, file: String, note: String,
    notePosition: SourcePosition
  ) -> Table {
    Table(
      form: form, presence: presence, file: file, rows: [],
      listings: form.listings.map { _ in Listing(entries: []) }, note: note,
      notePosition: notePosition)
  }
}
