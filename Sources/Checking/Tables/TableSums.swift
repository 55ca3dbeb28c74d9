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
    for entry in entries where entry.isItem {
      if let parent = entry.parent { children[parent].append(entry.row) }
    }
    let title = "\(form.number) 上级＝下级之和"
    for index in entries.indices where !children[index].isEmpty && entries[index].isItem {
      for column in columns {
        checkSum(
          .hierarchySum, title, of: children[index], table: table, column: column,
          for: .row(table: table, listing: listing, entry: index))
      }
    }
  }

  private mutating func checkClosing(table: Int, listing: Int, columns: [Int]) {
    let form = report.tables[table].form
    guard !form.listings[listing].closing.isEmpty else { return }
    let entries = report.tables[table].listings[listing].entries
    var top: [Int]?
    var above: [Int] = []
    for (index, entry) in entries.enumerated() {
      guard case .closing(let number) = entry.role else { continue }
      defer { above.append(entry.row) }
      let closing = form.listings[listing].closing[number]
      let rows: [Int]
      switch closing.sum {
      case .nothing: continue
      case .items:
        rows = top ?? entries.filter { $0.isItem && $0.parent == nil }.map(\.row)
        top = rows
      case .closing: rows = above
      }
      let title = "\(form.number) \(closing.label)＝\(closing.sum == .items ? "各项" : "以上合计")之和"
      for column in columns {
        checkSum(
          .closingSum, title, of: rows, table: table, column: column,
          for: .row(table: table, listing: listing, entry: index))
      }
    }
  }

  /// Checks that the subject's cell in `column` is the sum of the cells in `rows`. Where all of
  /// them are blank there is nothing to check.
  private mutating func checkSum(
    _ rule: Rule, _ title: String, of rows: [Int], table: Int, column: Int,
    for subject: CheckSubject
  ) {
    guard case .row(_, let listing, let entry) = subject else { return }
    let row = report.tables[table].listings[listing].entries[entry].row
    guard
      report.tables[table].rows[row].cells[column].value != nil
        || rows.contains(where: { report.tables[table].rows[$0].cells[column].value != nil })
    else { return }
    // Values of one table are printed in one unit and add up exactly.
    let own = CellAddress(table: table, row: row, column: column)
    var sum = ExactDecimal.zero
    var terms: [Term] = []
    terms.reserveCapacity(rows.count)
    for row in rows {
      let address = CellAddress(table: table, row: row, column: column)
      guard let next = sum.plus(report.tables[table].rows[row].cells[column].value ?? .zero) else {
        return
      }
      sum = next
      terms.append(Term(.cell(address)))
    }
    let value = report.tables[table].rows[row].cells[column].value ?? .zero
    let unit = bench.unit(ofTable: table)
    let comparing = Comparing(
      left: CheckResult.Side(total: Amount(value, unit), terms: [Term(.cell(own))]),
      right: CheckResult.Side(total: Amount(sum, unit), terms: terms), comparison: .equal,
      holds: value == sum)
    conclude(
      check: rule.rawValue, title: title, subject: subject, severity: .error, .success(comparing),
      at: report.position(of: own))
  }
}
