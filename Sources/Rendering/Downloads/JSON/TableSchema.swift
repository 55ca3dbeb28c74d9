import Budget

/// The schema of a table's CSV file, by the Table Schema of Frictionless Data.
struct TableSchema {
  let table: Table
  private let parts: ResourceParts
  /// The texts that mean nil in amount columns, a dash nearly always.
  private let dashes: [String]
  /// Whether a column holds amounts and nothing else, by its place in the file.
  private let isNumber: [Bool]

  /// The schema of `table`, whose form's parts may be known already.
  init(table: Table, parts: FormParts? = nil) {
    let parts = (parts ?? FormParts(table.form)).resource
    self.table = table
    self.parts = parts
    var dashes: Set<String> = []
    isNumber = parts.fields.map { field in
      guard field.isAmount, let own = Self.dashes(in: field.column, of: table) else { return false }
      dashes.formUnion(own)
      return true
    }
    self.dashes = dashes.sorted()
  }

  /// The texts for nil in a column of amounts; `nil` if there are other words.
  private static func dashes(in column: Int, of table: Table) -> Set<String>? {
    var dashes: Set<String> = []
    let (all, width) = (table.rows.cells.span, table.rows.width)
    for place in stride(from: column, to: all.count, by: width) {
      let cell = all[place]
      guard cell.value == nil, !cell.isBlank else { continue }
      let text = cell.text
      guard text.unicodeScalars.allSatisfy(\.isNilDash) else { return nil }
      dashes.insert(text)
    }
    return dashes
  }

  /// Appends the schema, one column a line.
  func write(into json: inout JSONWriter) {
    json.object { json in
      json.key("fields")
      json.array { json in
        for (field, isNumber) in zip(parts.fields, isNumber) {
          json.line()
          json.prepared(isNumber ? field.asNumber : field.asText, of: parts.pieces)
        }
        json.line()
      }
      json.key("missingValues")
      json.array([""] + dashes)
      if hasPrimaryKey {
        json.key("primaryKey")
        json.array { json in
          for place in parts.key { json.prepared(parts.fields[place].name, of: parts.pieces) }
        }
      }
    }
  }

  /// Whether the key's columns tell every row of the file from all others; they do not where one of
  /// them is blank in some row, as the code is in a total's.
  private var hasPrimaryKey: Bool {
    guard !parts.key.isEmpty, !table.rows.isEmpty else { return false }
    let columns = parts.key.map { parts.fields[$0].column }
    for row in table.rows.indices {
      let cells = table.rows.cells.span.extracting(table.rows.place(of: row))
      for column in columns where cells[column].isBlank || dashes.contains(cells[column].text) {
        return false
      }
    }
    var seen: Set<[ExactText]> = Set(minimumCapacity: table.rows.count)
    return table.rows.allSatisfy { row in
      seen.insert(columns.map { ExactText(row[$0].text) }).inserted
    }
  }
}
