/// What became of each cell with words. It is how importing knows that nothing was lost.
struct CellLedger {
  /// A cell of all that was read.
  struct CellID: Hashable, Comparable {
    /// The number of the grid in reading order.
    let grid: Int
    /// The cell's index in the grid.
    let cell: Int

    static func < (left: CellID, right: CellID) -> Bool {
      (left.grid, left.cell) < (right.grid, right.cell)
    }
  }

  /// What became of a cell.
  enum Fate: Hashable {
    /// It stands in a table.
    case value
    /// It is a header cell of a form.
    case header
    /// It is a number, a title, a unit over a table.
    case caption
    /// It is a note under a table.
    case note
    /// It is kept aside.
    case leftover
  }

  private(set) var fates: [CellID: Fate] = [:]

  /// Says what became of a cell; the first word counts, so that no cell counts twice.
  mutating func record(_ cell: CellID, _ fate: Fate) {
    if fates[cell] == nil { fates[cell] = fate }
  }

  /// Whether it is known what became of a cell.
  func knows(_ cell: CellID) -> Bool { fates[cell] != nil }

  /// How many cells came to one fate.
  func count(_ fate: Fate) -> Int { fates.values.count { $0 == fate } }
}

/// The balance of an import: cells in, and where they are now.
struct CellBalance: Sendable, Hashable {
  /// Cells with words that were read.
  var read = 0
  /// Of these: in tables.
  var values = 0
  /// Of these: headers that the form set has.
  var headers = 0
  /// Of these: numbers, titles and units over tables.
  var captions = 0
  /// Of these: notes under tables.
  var notes = 0
  /// Of these: lines of the narrative that were typed into a sheet.
  var narrative = 0
  /// Of these: kept in `leftovers/`.
  var leftovers = 0
  /// Cells with words in the tables that were written.
  var written = 0
  /// How many more cells the tables have because a merged cell stands in each of its rows, or a
  /// code was split over columns; less those that were joined.
  var extra = 0

  /// Whether every cell that was read is accounted for, and every value was written.
  var isBalanced: Bool {
    read == values + headers + captions + notes + narrative + leftovers
      && written == values + extra
  }
}
