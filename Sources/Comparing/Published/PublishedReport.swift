import Budget

/// What a report says on its pages: the model that two versions are compared by.
struct PublishedReport {
  /// Its folder in the site; empty if the compared folder is the report's own.
  let path: String
  let title: String
  let department: String
  let fiscalYear: Int?
  /// The date of publication as printed.
  let published: String?
  /// The document that the content comes from.
  let source: String?
  let tables: [PublishedTable]
  let sentences: [Sentence]
  let facts: [PublishedFact]
  let corrections: [PublishedCorrection]
  let charts: [PublishedChart]
  let checks: [PublishedCheck]
}

/// A cell by its address: the table's page, and the cell's id on it.
struct CellName: Hashable, CustomStringConvertible {
  /// The table's id.
  var table: String
  /// The row's key.
  var row: String
  /// The column's id, which has no point.
  var column: String

  init(table: String, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }

  /// The cell of an `id` on a table's page; `nil` if it is no cell's.
  init?(table: String, id: String) {
    guard let point = id.lastIndex(of: ".") else { return nil }
    self.init(
      table: table, row: String(id[..<point]), column: String(id[id.index(after: point)...]))
  }

  static func == (left: CellName, right: CellName) -> Bool {
    left.table.hasSameBytes(as: right.table) && left.row.hasSameBytes(as: right.row)
      && left.column.hasSameBytes(as: right.column)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(table.exact)
    hasher.combine(row.exact)
    hasher.combine(column.exact)
  }

  /// As in `data.json`: `expenditure#2120101.basic`.
  var description: String { "\(table)#\(row).\(column)" }
}

/// A table.
struct PublishedTable {
  let id: String
  /// 表七; may be empty.
  let number: String
  let title: String
  let subtitle: String
  /// 元, 千元, 万元 or 亿元.
  let unit: String
  /// The note below it.
  let note: String?
  /// Why the source lacks it.
  let absence: String?
  let columns: [PublishedColumn]
  let rows: [PublishedRow]

  /// Whether any cell has an amount.
  var hasFigures: Bool { rows.contains { $0.cells.contains { $0.value != nil } } }

  /// 表七 一般公共预算“三公”经费支出情况表
  var name: String { number.isEmpty ? title : number + " " + title }
}

/// A column.
struct PublishedColumn {
  let id: String
  /// The heading path: 收入/预算金额.
  let title: String
  /// Which of two lists it belongs to; empty in a table with one.
  let side: String
}

/// A row of one of a table's lists.
struct PublishedRow {
  let side: String
  let key: String
  let label: String
  let level: Int?
  let cells: [PublishedCell]

  func cell(_ column: String) -> PublishedCell? {
    cells.first { $0.column.hasSameBytes(as: column) }
  }
}

/// A cell.
struct PublishedCell {
  let column: String
  /// What it shows.
  let text: String
  /// Its amount, in the table's unit.
  let value: ExactDecimal?
}

/// A sentence of the narrative, or a heading.
struct Sentence {
  /// What kind of block it stands in.
  enum Block: String {
    case heading, paragraph, item, code
  }

  let text: String
  let block: Block
  /// Whether it begins its block.
  let opensBlock: Bool
  /// The heading that it stands under.
  let heading: String
  let figures: [BoundPassage]
  /// Where its links lead, in order.
  let links: [String]
}

/// A figure of the narrative with what it is bound to.
struct BoundPassage {
  let text: String
  /// The cells that it is taken or reckoned from.
  let cells: [CellName]
  /// The outside facts that it is taken or reckoned from.
  let facts: [String]
  /// The editor's note beside it; empty if there is none.
  let note: String
}

/// An outside fact as the list of sources prints it.
struct PublishedFact {
  let name: String
  /// Value and source.
  let text: String
}

/// A correction.
struct PublishedCorrection {
  let date: String
  let place: String
  /// Earlier value, present value and reason.
  let text: String

  /// All that it says, as a key to compare by.
  var key: [ExactText] { [date, place, text].exact }
}

/// A chart, or the overview's main figures: words and figures by their labels.
struct PublishedChart {
  /// The same in both versions.
  let key: String
  let title: String
  /// What it shows, item by item.
  let points: [Point]
  /// The cells that it links to.
  let cells: Set<CellName>
  /// The tables that it names as its source.
  let tables: Set<ExactText>

  struct Point {
    let label: String
    let values: [String]
  }
}

/// A check.
struct PublishedCheck {
  enum State: String {
    case consistent, inconsistent, unchecked

    /// The state in words, as on the page.
    var title: String {
      switch self {
      case .consistent: "一致"
      case .inconsistent: "不一致"
      case .unchecked: "未核对"
      }
    }
  }

  let title: String
  /// For which row it is made; empty for one that is made once.
  let subject: String
  let state: State
  /// The contributors of the left side.
  let left: [CellName]
  /// The contributors of the right side.
  let right: [CellName]

  /// The check with what it is made for.
  var name: String { subject.isEmpty ? title : title + "（" + subject + "）" }
}
