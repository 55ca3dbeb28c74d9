import Budget

extension CheckRun {
  /// The sums that the forms themselves imply: parents of their children, closing rows of what
  /// stands above them, in every amount column.
  mutating func checkTableSums() {
    for (number, table) in report.tables.enumerated() {
      if case .absent = table.presence { continue }
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
    let entries = report.tables[table].listings[listing].entries
    var children: [[Int]] = Array(repeating: [], count: entries.count)
    for index in entries.indices where entries[index].isItem {
      if let parent = entries[index].parent { children[parent].append(entries[index].row) }
    }
    let rule = open(Rule.hierarchySum.rawValue, title: "\(form.number) 上级＝下级之和")
    for index in entries.indices where !children[index].isEmpty && entries[index].isItem {
      for column in columns {
        checkSum(
          rule, of: children[index], column: column, for: index, in: (table, listing))
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
        checkSum(rule, of: rows, column: column, for: index, in: (table, listing))
      }
    }
  }

  /// Checks that the entry's cell in `column` is the sum of the cells in `rows`. Where all of them
  /// are blank there is nothing to check.
  private mutating func checkSum(
    _ rule: Int, of rows: [Int], column: Int, for entry: Int, in place: (table: Int, listing: Int)
  ) {
    let table = place.table
    let row = report.tables[table].listings[place.listing].entries[entry].row
    let own = report.tables[table].rows[row].cells[column].value
    // Values of one table are printed in one unit and add up exactly.
    var sum = ExactDecimal.zero
    var isBlank = own == nil
    for row in rows {
      guard let value = report.tables[table].rows[row].cells[column].value else { continue }
      isBlank = false
      guard let next = sum.plus(value) else { return }
      sum = next
    }
    guard !isBlank else { return }
    let start = bench.begin()
    let address = CellAddress(table: table, row: row, column: column)
    bench.add(address)
    for row in rows { bench.add(CellAddress(table: table, row: row, column: column)) }
    let unit = bench.unit(ofTable: table)
    let comparing = Comparing(
      left: CheckResult.Side(total: Amount(own ?? .zero, unit), terms: start..<(start + 1)),
      right: CheckResult.Side(total: Amount(sum, unit), terms: (start + 1)..<bench.terms.count),
      comparison: .equal, holds: (own ?? .zero) == sum)
    conclude(
      rule, .row(table: table, listing: place.listing, entry: entry), .error, comparing,
      at: report.position(of: address))
  }
}
