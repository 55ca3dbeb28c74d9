import Budget

/// The schema of a table's CSV file, by the Table Schema of Frictionless Data.
struct TableSchema {
  let table: Table
  private let columns: CSVColumns
  /// The texts that mean nil in amount columns, a dash nearly always.
  private let dashes: [String]
  /// Whether a column holds amounts and nothing else, by its place in the file.
  private let isNumber: [Bool]

  /// The schema of `table`, whose form's columns may be known already.
  init(table: Table, columns: CSVColumns? = nil) {
    let columns = columns ?? CSVColumns(table.form)
    self.table = table
    self.columns = columns
    var dashes: Set<String> = []
    isNumber = columns.indices.map { column in
      guard table.form.columns[column].kind == .amount else { return false }
      let texts = Set(
        table.rows.lazy.map { $0.cells[column] }.filter { $0.value == nil && !$0.isBlank }
          .map(\.text))
      guard texts.allSatisfy(Self.isDash) else { return false }
      dashes.formUnion(texts)
      return true
    }
    self.dashes = dashes.sorted()
  }

  /// Appends the schema, one column a line.
  func write(into json: inout JSONWriter) {
    json.object { json in
      json.key("fields")
      json.array { json in
        for place in columns.indices.indices {
          json.line()
          field(place, &json)
        }
        json.line()
      }
      json.key("missingValues")
      json.array([""] + dashes)
      let key = primaryKey()
      if !key.isEmpty {
        json.key("primaryKey")
        json.array(key)
      }
    }
  }

  private func field(_ place: Int, _ json: inout JSONWriter) {
    let column = table.form.columns[columns.indices[place]]
    json.object { json in
      json.field("name", columns.names[place])
      json.field("title", column.path.joined(separator: "/"))
      json.field("type", isNumber[place] ? "number" : "string")
      if isNumber[place] {
        json.field("description", "单位：\(table.form.unit.rawValue)")
      }
    }
  }

  /// The names of the columns that tell every row of the file from all others; none where one of
  /// them is blank in some row, as the code is in a total's.
  private func primaryKey() -> [String] {
    guard table.form.listings.count == 1, !table.rows.isEmpty else { return [] }
    let places = table.form.listings[0].key.compactMap { columns.indices.firstIndex(of: $0) }
    guard !places.isEmpty, places.count == table.form.listings[0].key.count else { return [] }
    var seen: Set<[ExactText]> = []
    for row in table.rows {
      let texts = places.map { ExactText(row.cells[columns.indices[$0]].text) }
      guard !texts.contains(where: { $0.text.isEmpty || dashes.contains($0.text) }),
        seen.insert(texts).inserted
      else { return [] }
    }
    return places.map { columns.names[$0] }
  }

  private static func isDash(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFF0D: true
      default: false
      }
    }
  }
}
