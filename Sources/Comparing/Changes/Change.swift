/// One thing that differs between two versions of what was published.
struct Change: Sendable {
  /// What kind of thing, and what became of it.
  enum Kind: String, Sendable, CaseIterable {
    case reportAdded = "report-added"
    case reportRemoved = "report-removed"
    case reportChanged = "report-changed"
    case tableAdded = "table-added"
    case tableRemoved = "table-removed"
    case tableChanged = "table-changed"
    case tableMoved = "table-moved"
    case columnAdded = "column-added"
    case columnRemoved = "column-removed"
    case columnChanged = "column-changed"
    case columnMoved = "column-moved"
    case rowAdded = "row-added"
    case rowRemoved = "row-removed"
    case rowRenamed = "row-renamed"
    case rowLevelChanged = "row-level-changed"
    case rowMoved = "row-moved"
    case figureChanged = "figure-changed"
    case textChanged = "text-changed"
    case sentenceAdded = "sentence-added"
    case sentenceRemoved = "sentence-removed"
    case sentenceChanged = "sentence-changed"
    case paragraphChanged = "paragraph-changed"
    case linkChanged = "link-changed"
    case bindingChanged = "binding-changed"
    case noteChanged = "note-changed"
    case factAdded = "fact-added"
    case factRemoved = "fact-removed"
    case factChanged = "fact-changed"
    case correctionAdded = "correction-added"
    case correctionRemoved = "correction-removed"
    case chartAdded = "chart-added"
    case chartRemoved = "chart-removed"
    case chartChanged = "chart-changed"
    case checkAdded = "check-added"
    case checkRemoved = "check-removed"
    case checkChanged = "check-changed"
  }

  /// What kind of change.
  let kind: Kind
  /// Where it is.
  let place: Place
  /// What of it changed, where that is not plain: 名称, 单位, 表注.
  var aspect: String?
  /// What it said before; `nil` where there was nothing.
  var old: String?
  /// What it says now; `nil` where there is nothing any more.
  var new: String?
  /// The change of an amount, in the table's unit.
  var difference: Difference?
  /// A changed sentence, word by word.
  var words: [WordChange] = []
  /// The cells of a row that came or went, those that are not blank.
  var cells: [CellText] = []
  /// What else a changed figure bears on.
  var touches = Touches()
  /// Whether a published figure is another one now.
  var changesFigures = false

  init(_ kind: Kind, _ place: Place, old: String? = nil, new: String? = nil) {
    self.kind = kind
    self.place = place
    self.old = old
    self.new = new
  }
}

/// Where a change is. Names are those of the new version, of the old for what went.
struct Place: Sendable, Encodable, Equatable {
  /// The report's folder in the site.
  var report: String
  /// The report's title.
  var reportTitle: String
  /// The table's id.
  var table: String?
  /// 表七 一般公共预算“三公”经费支出情况表
  var tableName: String?
  /// The row's key.
  var row: String?
  /// What heads the row.
  var rowLabel: String?
  /// The column's id.
  var column: String?
  /// The column's heading.
  var columnTitle: String?
  /// Of a sentence, the heading that it stands under; of others, what they are called.
  var item: String?
}

/// The difference of two amounts.
struct Difference: Sendable, Encodable, Equatable {
  /// New less old, exact: `-3370.79`. A blank cell counts as nothing here.
  let amount: String
  /// The difference in hundredths of the old amount, rounded half away from zero to two decimals:
  /// `-22.80`; `nil` where there was nothing, or less than nothing.
  let percent: String?
}

/// A cell of a row that came or went.
struct CellText: Sendable, Encodable, Equatable {
  /// The column's id.
  let column: String
  /// The column's heading.
  let columnTitle: String
  /// What the cell shows.
  let text: String
}

/// What a changed figure bears on, as the new version has it; what went as the old has it.
struct Touches: Sendable, Encodable, Equatable {
  /// The sums in the same table that the cell is a part of, near ones first.
  var totals: [Total] = []
  /// The sentences that cite the cell or reckon with it.
  var sentences: [Citation] = []
  /// The checks that have the cell among their values.
  var checks: [Check] = []
  /// The charts that show the cell.
  var charts: [String] = []

  /// A sum.
  struct Total: Sendable, Encodable, Equatable {
    /// Its cell, as in `data.json`.
    let cell: String
    /// Row and column in words.
    let name: String
  }

  /// A sentence that cites a cell.
  struct Citation: Sendable, Encodable, Equatable {
    /// The heading that it stands under.
    let heading: String
    /// The sentence.
    let text: String
  }

  /// A check.
  struct Check: Sendable, Encodable, Equatable, Hashable {
    /// What must hold.
    let title: String
    /// For which row; empty for a check that is made once.
    let subject: String
  }

  /// Whether there is nothing.
  var isEmpty: Bool {
    totals.isEmpty && sentences.isEmpty && checks.isEmpty && charts.isEmpty
  }
}
