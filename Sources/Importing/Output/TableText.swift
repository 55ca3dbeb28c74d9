import Budget

/// A table as CSV under the form's column titles.
enum TableText {
  /// The CSV of a draft's rows.
  static func text(of draft: TableDraft, form: Form) -> String {
    CSVText.text(of: [header(form)] + draft.rows)
  }

  /// The titles of the columns; with the cells above where a title alone names several columns.
  private static func header(_ form: Form) -> [String] {
    form.columns.map { column in
      let bearers = form.columns.count { other in
        other.title == column.title || other.aliases.contains(column.title)
      }
      if bearers == 1 { return column.title }
      let path = column.path.joined(separator: "/")
      let twins = form.columns.count { $0.path == column.path }
      return twins == 1 && column.path.count > 1 ? path : column.id
    }
  }
}
