import Budget

/// A form set inferred from tables that no form set knows.
struct FormSetDraft {
  /// The form set, to import with at once.
  let formSet: FormSet
  /// Its file, ready to edit.
  let yaml: String

  /// Infers from all tables in `blocks`.
  init(blocks: [ImportedDocument.Block], year: Int, id: String) {
    formSet = FormSet(id: id, title: "", forms: [])
    yaml = ""
  }
}
