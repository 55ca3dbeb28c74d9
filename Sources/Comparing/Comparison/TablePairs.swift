import Budget

/// The tables, columns and rows of two reports that mean the same.
struct TablePairs {
  /// A table in both versions.
  struct Pair {
    let old: PublishedTable
    let new: PublishedTable
    /// For each place of a new column the old one.
    let columns: [Int: Int]
    /// For each place of a new row the old one.
    let rows: [Int: Int]
  }

  let old: [PublishedTable]
  let new: [PublishedTable]
  /// For each place of a new table the old one.
  let tables: [Int: Int]
  /// The pairs by the places of the new tables.
  let pairs: [Int: Pair]
  /// What a new cell was called before.
  let oldNames: CellNames

  /// Tables pair by id, then by title; columns by id, then by title; rows by `RowPairs`.
  init(old: [PublishedTable], new: [PublishedTable], years: YearPair) {
    self.old = old
    self.new = new
    tables = Matching.pairs(
      old, new,
      keys: [
        ({ $1.id.exact }, { $1.id.exact }),
        ({ years.oldKey($1.title).exact }, { $1.title.exact }),
      ])
    var pairs: [Int: Pair] = [:]
    var names = CellNames()
    // In the order of the new tables: where two were renamed from one number, the first counts.
    for (newPlace, oldPlace) in tables.sorted(by: { $0.key < $1.key }) {
      let (before, after) = (old[oldPlace], new[newPlace])
      let columns = Matching.pairs(
        before.columns, after.columns,
        keys: [
          ({ $1.id.exact }, { $1.id.exact }),
          ({ [$1.side, years.oldKey($1.title)].exact }, { [$1.side, $1.title].exact }),
        ])
      let columnNames = Dictionary(
        columns.sorted { $0.key < $1.key }.map {
          (after.columns[$0.key].id.exact, before.columns[$0.value].id)
        },
        uniquingKeysWith: { first, _ in first })
      let rows = RowPairs.pairs(before.rows, after.rows, columns: columnNames)
      pairs[newPlace] = Pair(old: before, new: after, columns: columns, rows: rows)
      names.add(before, after, columnNames, rows)
    }
    self.pairs = pairs
    oldNames = names
  }
}

/// What the new version's cells were called in the old one.
struct CellNames {
  private var tables: [ExactText: String] = [:]
  private var columns: [ExactText: [ExactText: String]] = [:]
  private var rows: [ExactText: [ExactText: String]] = [:]
  private var kept: Set<[ExactText]> = []
  private var renames: [(old: String, new: String)] = []

  fileprivate mutating func add(
    _ old: PublishedTable, _ new: PublishedTable, _ columns: [ExactText: String],
    _ pairs: [Int: Int]
  ) {
    tables[new.id.exact] = old.id
    self.columns[new.id.exact] = columns
    if !old.number.hasSameBytes(as: new.number), !old.number.isEmpty {
      renames.append((old.number, new.number))
    }
    for before in pairs.values { kept.insert([old.id, old.rows[before].key].exact) }
    // Only what is called differently needs to be remembered.
    for (after, before) in pairs.sorted(by: { $0.key < $1.key })
    where !new.rows[after].key.hasSameBytes(as: old.rows[before].key) {
      rows[new.id.exact, default: [:]][new.rows[after].key.exact] = old.rows[before].key
    }
  }

  /// What a table was called.
  func table(_ id: String) -> String { tables[id.exact] ?? id }

  /// Whether the row of an old cell is in both versions.
  func isKept(_ cell: CellName) -> Bool { kept.contains([cell.table, cell.row].exact) }

  /// The name of an old check as it is now: the names of checks that forms imply begin with the
  /// table's number.
  func renamed(_ check: String) -> String {
    guard let number = check.split(separator: " ").first.map(String.init),
      let rename = renames.first(where: { $0.old.hasSameBytes(as: number) })
    else { return check }
    return rename.new + check.dropFirst(number.count)
  }

  subscript(_ cell: CellName) -> CellName {
    CellName(
      table: table(cell.table), row: rows[cell.table.exact]?[cell.row.exact] ?? cell.row,
      column: columns[cell.table.exact]?[cell.column.exact] ?? cell.column)
  }
}
