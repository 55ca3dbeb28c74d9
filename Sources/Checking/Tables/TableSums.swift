import Budget

extension CheckRun {
  /// The sums that the forms themselves imply: parents of their children, closing rows of what
  /// stands above them, in every amount column.
  mutating func checkTableSums() {
    for (number, table) in report.tables.enumerated() {
      if table.presence.absence != nil { continue }
      for listing in table.listings.indices {
        let amounts = table.form.columns.indices.filter {
          table.form.columns[$0].listing == listing && table.form.columns[$0].kind == .amount
        }
        guard !amounts.isEmpty else { continue }
        checkParents(table: number, listing: listing, columns: amounts)
        checkClosing(table: number, listing: listing, columns: amounts)
      }
    }
  }

  private mutating func checkParents(table: Int, listing: Int, columns: [Int]) {
    let form = report.tables[table].form
    guard form.listings[listing].sumsChildren else { return }
    let children = Children(of: report.tables[table].listings[listing].entries)
    let rule = open(Rule.hierarchySum.rawValue, title: "\(form.number) 上级＝下级之和")
    for entry in report.tables[table].listings[listing].entries.indices {
      guard report.tables[table].listings[listing].entries[entry].isItem,
        let rows = children.rows(under: entry)
      else { continue }
      for column in columns {
        checkSum(rule, of: rows, column: column, for: entry, in: (table, listing))
      }
    }
  }

  private mutating func checkClosing(table: Int, listing: Int, columns: [Int]) {
    let form = report.tables[table].form
    guard !form.listings[listing].closing.isEmpty else { return }
    let entries = report.tables[table].listings[listing].entries
    var top: [Int]?
    var above: [Int] = []
    for index in entries.indices {
      guard case .closing(let number) = entries[index].role else { continue }
      defer { above.append(entries[index].row) }
      let closing = form.listings[listing].closing[number]
      let rows: [Int]
      switch closing.sum {
      case .nothing: continue
      case .items:
        rows =
          top
          ?? entries.indices.filter { entries[$0].isItem && entries[$0].parent == nil }
          .map { entries[$0].row }
        top = rows
      case .closing: rows = above
      }
      let rule = open(
        Rule.closingSum.rawValue,
        title: "\(form.number) \(closing.label)＝\(closing.sum == .items ? "各项" : "以上合计")之和")
      for column in columns {
        checkSum(rule, of: rows[...], column: column, for: index, in: (table, listing))
      }
    }
  }

  /// Checks that the entry's cell in `column` is the sum of the cells in `rows`. Where all of them
  /// are blank there is nothing to check.
  private mutating func checkSum(
    _ rule: Int, of rows: ArraySlice<Int>, column: Int, for entry: Int,
    in place: (table: Int, listing: Int)
  ) {
    let row = report.tables[place.table].listings[place.listing].entries[entry].row
    let total = CellAddress(table: place.table, row: row, column: column)
    let subject = CheckSubject.row(table: place.table, listing: place.listing, entry: entry)
    do {
      guard let comparing = try bench.compare(total, withSumOf: rows) else { return }
      conclude(rule, subject, .error, comparing, at: report.position(of: total))
    } catch {
      giveUp(rule, subject, error, at: report.position(of: total))
    }
  }
}

extension Workbench {
  /// Compares a cell with the sum of the cells of its column in `rows`; `nil` if all are blank.
  fileprivate mutating func compare(
    _ total: CellAddress, withSumOf rows: ArraySlice<Int>
  ) throws(ReckoningFailure) -> Comparing? {
    // Values of one table are printed in one unit and add up exactly.
    let own = try value(at: total)
    var sum = ExactDecimal.zero
    var isBlank = own == nil
    for row in rows {
      let address = CellAddress(table: total.table, row: row, column: total.column)
      guard let value = try value(at: address) else { continue }
      isBlank = false
      guard let next = sum.plus(value) else { throw .overflow }
      sum = next
    }
    guard !isBlank else { return nil }
    let start = begin()
    add(total)
    for row in rows { add(CellAddress(table: total.table, row: row, column: total.column)) }
    let unit = unit(ofTable: total.table)
    return Comparing(
      left: CheckResult.Side(total: Amount(own ?? .zero, unit), terms: start..<(start + 1)),
      right: CheckResult.Side(total: Amount(sum, unit), terms: (start + 1)..<terms.count),
      comparison: .equal, holds: (own ?? .zero) == sum)
  }
}

/// The rows right under each row of a list.
private struct Children {
  /// For each entry where its rows end in ``rows``; they begin where those of the entry before end.
  private var ends: [Int]
  private var rows: [Int]

  /// The items under the items of `entries`.
  init(of entries: [Listing.Entry]) {
    // Counted, then placed: one list for all parents instead of one for each.
    ends = Array(repeating: 0, count: entries.count)
    var count = 0
    for index in entries.indices where entries[index].isItem {
      guard let parent = entries[index].parent else { continue }
      ends[parent] += 1
      count += 1
    }
    var start = 0
    for index in ends.indices {
      (ends[index], start) = (start, start + ends[index])
    }
    rows = Array(repeating: 0, count: count)
    for index in entries.indices where entries[index].isItem {
      guard let parent = entries[index].parent else { continue }
      rows[ends[parent]] = entries[index].row
      ends[parent] += 1
    }
  }

  /// The rows under an entry; `nil` if there are none.
  func rows(under entry: Int) -> ArraySlice<Int>? {
    let start = entry == 0 ? 0 : ends[entry - 1]
    return start == ends[entry] ? nil : rows[start..<ends[entry]]
  }
}
