import Budget

/// The rows of a list for `data.json`.
struct ListingData {
  let table: Table
  let listing: Int
  private let columns: [Int]

  init(table: Table, listing: Int) {
    self.table = table
    self.listing = listing
    columns = table.form.shownColumns.filter { table.form.columns[$0].listing == listing }
  }

  /// Appends a row.
  func write(_ entry: Listing.Entry, into json: inout JSONWriter) {
    let cells = table.rows[entry.row]
    let form = table.form
    json.object { json in
      json.field("key", entry.key)
      json.field("label", entry.label)
      json.field("role", entry.role.name)
      json.field("level", entry.level)
      json.field("parent", orNull: entry.parent.map { table.listings[listing].entries[$0].key })
      json.key("cells")
      json.object { json in
        for column in columns {
          json.key(form.columns[column].id)
          if let value = cells[column].value {
            json.amount(value.published(decimals: form.decimals), grouped: true)
          } else if cells[column].isBlank {
            json.null()
          } else {
            json.string(cells[column].text)
          }
        }
      }
      json.key("values")
      json.object { json in
        for column in columns {
          guard let value = cells[column].value else { continue }
          json.key(form.columns[column].id)
          json.amount(value.published(decimals: form.decimals), grouped: false)
        }
      }
    }
  }
}

extension Listing.Entry.Role {
  /// The name in `data.json`.
  fileprivate var name: String {
    switch self {
    case .item: "item"
    case .closing: "closing"
    case .heading: "heading"
    }
  }
}

extension JSONWriter {
  /// Appends the names of cells as a list: `expenditure#2120101.basic`.
  mutating func array(_ cells: [CellAddress], of report: Report) {
    array { json in
      for cell in cells {
        let column = report.tables[cell.table].form.columns[cell.column]
        let key = report.tables[cell.table].listings[column.listing].entry(ofRow: cell.row)?.key
        json.string(
          joining: [report.tables[cell.table].form.id, "#"]
            + (key.map { [$0, ".", column.id] } ?? []))
      }
    }
  }
}
