/// Compares the tables of two versions of a report.
struct TableListComparison {
  let pairs: TablePairs
  let place: Place
  let years: YearPair

  /// The changes in the order of the new tables; tables that went come where they stood.
  func changes() -> [Change] {
    var changes: [Change] = []
    let moved = Set(Matching.moved(pairs.tables))
    let kept = Set(pairs.tables.values)
    var next = 0
    func removed(before end: Int) {
      while next < end {
        if !kept.contains(next) { changes.append(whole(.tableRemoved, pairs.old[next])) }
        next += 1
      }
    }
    for (index, table) in pairs.new.enumerated() {
      guard let pair = pairs.pairs[index], let before = pairs.tables[index] else {
        changes.append(whole(.tableAdded, table))
        continue
      }
      removed(before: before)
      if moved.contains(index) {
        changes.append(
          Change(
            .tableMoved, place(of: table), old: "第\(before + 1)张", new: "第\(index + 1)张"))
      }
      changes += TableComparison(pair: pair, place: place(of: table), years: years).changes()
    }
    removed(before: pairs.old.count)
    return changes
  }

  private func place(of table: PublishedTable) -> Place {
    var place = place
    place.table = table.id
    place.tableName = table.name
    return place
  }

  private func whole(_ kind: Change.Kind, _ table: PublishedTable) -> Change {
    let figures = table.rows.flatMap(\.cells).count { $0.value != nil }
    let text = "\(table.rows.count)行，\(figures)个金额"
    var change = Change(
      kind, place(of: table), old: kind == .tableRemoved ? text : nil,
      new: kind == .tableAdded ? text : nil)
    change.changesFigures = figures > 0
    return change
  }
}
