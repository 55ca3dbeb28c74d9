import Budget

/// What `datapackage.json` says of a form's CSV file whatever stands in it: JSON, ready to be put
/// together.
struct ResourceParts {
  /// A column of the file.
  struct Field {
    /// The column's index in the form.
    let column: Int
    /// Whether it may hold amounts.
    let isAmount: Bool
    /// How the schema describes it if it holds amounts only, and else.
    let asNumber: Range<Int>
    let asText: Range<Int>
    /// Its name, as a text.
    let name: Range<Int>
  }

  /// The fields of the resource before its description.
  let opening: [UInt8]
  /// What every description begins with: 金额单位：元。
  let description: String
  /// The fields between the description and the schema.
  let dialect: [UInt8]
  /// The columns, as the file has them.
  let fields: [Field]
  /// What the fields' pieces are parts of.
  let pieces: [UInt8]
  /// The columns, by their places in the file, whose texts are the rows' keys; empty where some of
  /// them is not in the file, or rows have a key for each side.
  let key: [Int]

  init(_ form: Form, _ columns: CSVColumns) {
    opening = JSONWriter.fields { json in
      json.field("profile", "tabular-data-resource")
      json.line()
      json.field("name", form.id)
      json.line()
      json.field("path", form.id + ".csv")
      json.line()
      json.field("title", form.number.isEmpty ? form.title : form.number + " " + form.title)
    }
    description =
      "金额单位：\(form.unit.rawValue)。" + (form.summary.isEmpty ? "" : form.summary + "。")
    dialect = JSONWriter.fields { json in
      json.field("format", "csv")
      json.line()
      json.field("mediatype", "text/csv")
      json.line()
      json.field("encoding", "utf-8")
      json.line()
      json.key("dialect")
      json.object { json in
        json.field("delimiter", ",")
        json.field("lineTerminator", "\r\n")
        json.field("quoteChar", "\"")
      }
    }
    var pieces: [UInt8] = []
    func piece(_ bytes: [UInt8]) -> Range<Int> {
      pieces += bytes
      return pieces.count - bytes.count..<pieces.count
    }
    fields = zip(columns.indices, columns.names).map { index, name in
      let column = form.columns[index]
      return Field(
        column: index, isAmount: column.kind == .amount,
        asNumber: piece(Self.field(column, name, unit: form.unit)),
        asText: piece(Self.field(column, name)),
        name: piece(JSONWriter.fields { $0.string(name) }))
    }
    self.pieces = pieces
    let key = form.listings.count == 1 ? form.listings[0].key : []
    let places = key.compactMap { columns.indices.firstIndex(of: $0) }
    self.key = places.count == key.count ? places : []
  }

  /// A column that holds amounts in `unit`, or words.
  private static func field(_ column: Column, _ name: String, unit: Unit? = nil) -> [UInt8] {
    JSONWriter.fields { json in
      json.object { json in
        json.field("name", name)
        json.field("title", column.path.joined(separator: "/"))
        json.field("type", unit == nil ? "string" : "number")
        if let unit { json.field("description", "单位：\(unit.rawValue)") }
      }
    }
  }
}
