import Budget

/// Finds what a changed figure bears on: totals, sentences, checks, charts.
struct TouchFinder {
  private let old: Version
  private let new: Version
  private let oldNames: CellNames

  init(old: PublishedReport, new: PublishedReport, oldNames: CellNames) {
    self.old = Version(old)
    self.new = Version(new)
    self.oldNames = oldNames
  }

  /// Adds to a change of figures what it bears on.
  func complete(_ change: inout Change) {
    guard change.changesFigures, let table = change.place.table, let row = change.place.row else {
      return
    }
    let columns = change.place.column.map { [$0] } ?? change.cells.map(\.column)
    let isGone = change.kind == .rowRemoved
    var touches = Touches()
    for column in columns {
      let cell = CellName(table: table, row: row, column: column)
      if !isGone { new.add(cell, change, to: &touches) }
      // A check, a sentence may have gone together with what it was made of.
      let before =
        isGone ? CellName(table: oldNames.table(table), row: row, column: column) : oldNames[cell]
      if change.kind != .rowAdded { old.add(before, change, to: &touches, onlyNames: !isGone) }
    }
    change.touches = touches
  }

  /// One of both versions, with its cells looked up.
  private struct Version {
    private let report: PublishedReport
    private var checks: [CellName: [Int]] = [:]
    private var sentences: [CellName: [Int]] = [:]
    /// By each part the cells that are said to be its sums.
    private var sums: [CellName: [CellName]] = [:]
    /// The labels of rows, by their lists' columns.
    private var labels: [CellName: String] = [:]

    init(_ report: PublishedReport) {
      self.report = report
      for (index, check) in report.checks.enumerated() {
        for cell in Set(check.left + check.right) { checks[cell, default: []].append(index) }
        guard check.left.count == 1, let sum = check.left.first else { continue }
        for part in check.right
        where part.table.hasSameBytes(as: sum.table)
          && (part.row.hasSameBytes(as: sum.row) || part.column.hasSameBytes(as: sum.column))
        {
          sums[part, default: []].append(sum)
        }
      }
      for table in report.tables {
        for row in table.rows {
          for cell in row.cells where cell.value != nil {
            labels[CellName(table: table.id, row: row.key, column: cell.column)] = row.label
          }
        }
      }
      for (index, sentence) in report.sentences.enumerated() {
        for cell in Set(sentence.figures.flatMap(\.cells)) {
          sentences[cell, default: []].append(index)
        }
      }
    }

    /// - Parameter onlyNames: whether the other version has said already what still is there; then
    ///   only checks are added that it did not have.
    func add(
      _ cell: CellName, _ change: Change, to touches: inout Touches, onlyNames: Bool = false
    ) {
      for index in checks[cell] ?? [] {
        let check = report.checks[index]
        touches.checks.appendNew(Touches.Check(title: check.title, subject: check.subject)) {
          [$0.title, $0.subject].exact
        }
      }
      guard !onlyNames else { return }
      for index in sentences[cell] ?? [] {
        let sentence = report.sentences[index]
        touches.sentences.appendNew(
          Touches.Citation(heading: sentence.heading, text: sentence.text)
        ) { [$0.heading, $0.text].exact }
      }
      for chart in report.charts where shows(chart, cell, change) {
        touches.charts.appendNew(chart.title) { [$0.exact] }
      }
      for total in totals(of: cell)
      where change.cells.isEmpty || !change.place.row.hasSameBytes(as: total.row) {
        touches.totals.appendNew(
          Touches.Total(cell: total.description, name: name(of: total))
        ) { [$0.cell, $0.name].exact }
      }
    }

    /// The sums that a cell is a part of, in its table: in its row, or in its column.
    private func totals(of cell: CellName) -> [CellName] {
      var found: [CellName] = []
      var pending = [cell]
      var seen: Set<CellName> = [cell]
      while !pending.isEmpty {
        let part = pending.removeFirst()
        for total in sums[part] ?? [] where seen.insert(total).inserted {
          found.append(total)
          pending.append(total)
        }
      }
      return found
    }

    private func name(of cell: CellName) -> String {
      let table = report.tables.first { $0.id.hasSameBytes(as: cell.table) }
      let column = table?.columns.first { $0.id.hasSameBytes(as: cell.column) }
      return [labels[cell] ?? cell.row, column?.title].compactMap { $0 }.joined(separator: " · ")
    }

    /// Whether a chart shows a cell: one that links to it, or one drawn from its table with an item
    /// of that name and value.
    private func shows(_ chart: PublishedChart, _ cell: CellName, _ change: Change) -> Bool {
      if chart.cells.contains(cell) { return true }
      guard chart.tables.contains(cell.table.exact), let label = change.place.rowLabel,
        let text = change.new ?? change.old
      else { return false }
      return chart.points.contains { point in
        label.endsWithBytes(of: point.label)
          && point.values.contains { $0.hasSameBytes(as: text) }
      }
    }
  }
}

extension Array {
  /// Appends what is not in the list yet, by a key.
  fileprivate mutating func appendNew(_ element: Element, by key: (Element) -> [ExactText]) {
    let own = key(element)
    if !contains(where: { key($0) == own }) { append(element) }
  }
}
