import Budget

/// A report as `data.json`: everything that its pages say, for programs.
///
/// - One row, one paragraph, one check a line; the order is that of the report. A changed amount is
///   one changed line, which names its row.
/// - A row's `cells` are what the page shows, by column id: amounts with thousands separators,
///   words and dashes as they are, `null` for a blank. Its `values` are the exact amounts among
///   them, in the table's unit. A blank or a dash has no value, which is not zero.
/// - Amounts are strings in plain decimal notation, not JSON numbers, for most programs read
///   numbers as binary fractions and drop closing zeros: `"0.10"` stays exact and stays `0.10`.
/// - A cell is called `table#key.column` (`expenditure#2120101.basic`): the page's name, and the
///   cell's id on that page. The column is what follows the last point.
///
/// UTF-8 without byte-order mark, lines end with LF.
struct DataDownload {
  /// The version of this format; higher when a field changes its meaning or goes away.
  static let format = "sitegen-report-1"

  let report: Report
  let verification: Verification

  /// The file's bytes.
  func render() -> [UInt8] {
    let rows = report.tables.reduce(0) { $0 + $1.rows.count }
    var json = JSONWriter(capacity: 16_384 + 384 * rows)
    json.object { json in
      line("format", Self.format, &json)
      line("path", report.path, &json)
      line("title", report.title, &json)
      line("department", report.department, &json)
      json.line()
      json.field("fiscalYear", report.fiscalYear)
      line("kind", report.kind.rawValue, &json)
      line("published", orNull: report.published?.description, &json)
      line("sourceDocument", orNull: report.sourceDocument, &json)
      line("formSet", report.formSet.id, &json)
      list("tables", report.tables, &json) { table($0, &$1) }
      NarrativeData(report: report, verification: verification).write(into: &json)
      list("facts", report.facts, &json) { fact($0, &$1) }
      VerificationData(report: report, verification: verification).write(into: &json)
      json.line()
    }
    return json.finish()
  }

  private func line(_ name: String, _ text: String, _ json: inout JSONWriter) {
    json.line()
    json.field(name, text)
  }

  private func line(_ name: String, orNull text: String?, _ json: inout JSONWriter) {
    json.line()
    json.field(name, orNull: text)
  }

  private func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONWriter,
    _ write: (Item, inout JSONWriter) -> Void
  ) {
    json.line()
    json.key(name)
    json.array { json in
      for item in items {
        json.line()
        write(item, &json)
      }
      json.line()
    }
  }

  private func table(_ table: Table, _ json: inout JSONWriter) {
    let form = table.form
    json.object { json in
      line("id", form.id, &json)
      line("number", orNull: form.number, &json)
      line("title", form.title, &json)
      line("subtitle", orNull: form.subtitle, &json)
      line("unit", form.unit.rawValue, &json)
      line("layout", form.layout.rawValue, &json)
      presence(table.presence, &json)
      line("note", orNull: table.note, &json)
      list("columns", form.shownColumns.map { form.columns[$0] }, &json) { column($0, form, &$1) }
      list("lists", Array(table.listings.indices), &json) { listing($0, of: table, &$1) }
      json.line()
    }
  }

  private func presence(_ presence: Table.Presence, _ json: inout JSONWriter) {
    switch presence {
    case .filled: line("presence", "filled", &json)
    case .empty: line("presence", "empty", &json)
    case .absent, .unread:
      line("presence", "absent", &json)
      line("absence", presence.absence ?? "", &json)
    }
  }

  private func column(_ column: Column, _ form: Form, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", column.id)
      json.field("title", column.title)
      json.key("path")
      json.array(column.path)
      json.field("kind", column.kind.rawValue)
      json.field("list", form.listings[column.listing].id)
    }
  }

  private func listing(_ index: Int, of table: Table, _ json: inout JSONWriter) {
    let rows = ListingData(table: table, listing: index)
    json.object { json in
      json.field("id", table.form.listings[index].id)
      json.field("title", orNull: table.form.listings[index].title)
      json.key("rows")
      json.array { json in
        for entry in table.listings[index].entries {
          json.line()
          rows.write(entry, into: &json)
        }
        json.line()
      }
    }
  }

  private func fact(_ fact: ExternalFact, _ json: inout JSONWriter) {
    json.object { json in
      json.field("name", fact.name)
      json.field("value", fact.figure.number.description)
      json.field("unit", fact.figure.measure.sign)
      json.field("source", fact.source)
    }
  }
}
