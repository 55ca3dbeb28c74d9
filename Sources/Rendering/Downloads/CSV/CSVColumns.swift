import Budget

/// The columns of a table's CSV file with their names, which are also those of its schema.
struct CSVColumns {
  /// The columns' indices in the form, from left to right.
  let indices: [Int]
  /// Their names, all different: the title, or where two columns share it the titles over them
  /// too, or where even that is the same with the column's id behind it.
  let names: [String]

  init(_ form: Form) {
    indices = form.shownColumns
    let columns = indices.map { form.columns[$0] }
    let titles = Self.counts(columns.map(\.title))
    let paths = Self.counts(columns.map(Self.path))
    var taken: Set<String> = []
    names = columns.map { column in
      var name = column.title
      if name.isEmpty || titles[name] != 1 {
        name = Self.path(column)
        if name.isEmpty || paths[name] != 1 { name += "（\(column.id)）" }
      }
      name = FormulaGuard.harmless(name)
      while !taken.insert(name).inserted { name += "（\(column.id)）" }
      return name
    }
  }

  private static func path(_ column: Column) -> String { column.path.joined(separator: "/") }

  private static func counts(_ names: [String]) -> [String: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
