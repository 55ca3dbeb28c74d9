/// The result of an import: the files of a report folder, and what a person has to know.
public struct ImportedReport: Sendable {
  /// A table of the form set and what became of it.
  public struct TableResult: Sendable {
    /// The table's id.
    let id: String
    /// Number and title: 表一 部门收支总体情况表.
    let name: String
    /// How many rows were read; `nil` if the table is not in the files.
    let rows: Int?
    /// In how many pieces it was found.
    let pieces: Int
    /// Whether it was kept aside because its unit is not the form's.
    public let isWithheld: Bool
  }

  /// The files with their paths in the report folder.
  public let files: [ImportedFile]
  /// The draft of a form set, for `forms/`, where no form set fitted; it needs a person's eye.
  public let draftFormSet: ImportedFile?
  /// The fiscal year.
  let fiscalYear: Int
  /// The department; empty if the files do not name it.
  let department: String
  /// The tables of the form set, in its order.
  public let tables: [TableResult]
  /// Whether the report says of each table that is not there that it is absent.
  let notesAbsences: Bool
  /// How many headings the narrative has.
  let headings: Int
  /// How many characters the narrative has.
  let characters: Int
  /// What was kept aside.
  public let leftovers: [Leftover]
  /// What a person should look at.
  let remarks: [Remark]
  /// The balance of cells.
  let balance: CellBalance
}
