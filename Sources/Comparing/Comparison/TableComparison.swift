import Budget

/// Compares two versions of a table.
struct TableComparison {
  let pair: TablePairs.Pair
  let place: Place
  let years: YearPair

  private var old: PublishedTable { pair.old }
  private var new: PublishedTable { pair.new }

  func changes() -> [Change] {
    // A table that the source lacks has neither columns nor rows; its page says why.
    (old.absence == nil) == (new.absence == nil) ? header() + columns() + rows() : header()
  }

  private func header() -> [Change] {
    var changes: [Change] = []
    func compare(_ aspect: String, _ before: String?, _ after: String?) {
      guard !before.map(years.oldKey).hasSameBytes(as: after) else { return }
      let isNote = aspect == "表注" || aspect == "缺表说明"
      var change = Change(isNote ? .noteChanged : .tableChanged, place, old: before, new: after)
      change.aspect = aspect
      change.changesFigures =
        aspect == "单位" || aspect == "缺表说明" && (old.hasFigures || new.hasFigures)
      changes.append(change)
    }
    compare("页面名", old.id, new.id)
    compare("表号", old.number, new.number)
    compare("表名", old.title, new.title)
    compare("副标题", old.subtitle, new.subtitle)
    compare("单位", old.unit, new.unit)
    compare("缺表说明", old.absence, new.absence)
    compare("表注", old.note, new.note)
    return changes
  }

  private func columns() -> [Change] {
    let kept = Set(pair.columns.values)
    var changes: [Change] = old.columns.indices.filter { !kept.contains($0) }
      .map { Change(.columnRemoved, place(nil, old.columns[$0]), old: old.columns[$0].title) }
    let moved = Set(Matching.moved(pair.columns))
    for (index, column) in new.columns.enumerated() {
      let place = place(nil, column)
      guard let before = pair.columns[index] else {
        changes.append(Change(.columnAdded, place, new: column.title))
        continue
      }
      if moved.contains(index) {
        changes.append(
          Change(.columnMoved, place, old: "第\(before + 1)栏", new: "第\(index + 1)栏"))
      }
      let earlier = old.columns[before]
      if !earlier.id.hasSameBytes(as: column.id) {
        var change = Change(.columnChanged, place, old: earlier.id, new: column.id)
        change.aspect = "栏目代号"
        changes.append(change)
      }
      if !years.oldKey(earlier.title).hasSameBytes(as: column.title) {
        var change = Change(.columnChanged, place, old: earlier.title, new: column.title)
        change.aspect = "栏目名称"
        changes.append(change)
      }
    }
    return changes
  }

  private func rows() -> [Change] {
    var changes: [Change] = []
    let kept = Set(pair.rows.values)
    let moved = Set(Matching.moved(pair.rows))
    var next = 0
    func removed(before end: Int) {
      while next < end {
        if !kept.contains(next) { changes.append(whole(.rowRemoved, old.rows[next], old)) }
        next += 1
      }
    }
    for (index, row) in new.rows.enumerated() {
      guard let before = pair.rows[index] else {
        changes.append(whole(.rowAdded, row, new))
        continue
      }
      removed(before: before)
      if moved.contains(index) {
        changes.append(
          Change(
            .rowMoved, place(row, nil), old: after(before, in: old), new: after(index, in: new)))
      }
      changes += RowComparison(
        old: old.rows[before], new: row, pair: pair, place: place(row, nil), years: years
      ).changes()
    }
    removed(before: old.rows.count)
    return changes
  }

  private func place(_ row: PublishedRow?, _ column: PublishedColumn?) -> Place {
    var place = place
    place.row = row?.key
    place.rowLabel = row?.label
    place.column = column?.id
    place.columnTitle = column?.title
    return place
  }

  /// Where a row stands: behind which.
  private func after(_ index: Int, in table: PublishedTable) -> String {
    guard index > 0, table.rows[index - 1].side.hasSameBytes(as: table.rows[index].side) else {
      return "最前"
    }
    return "“\(table.rows[index - 1].label)”之后"
  }

  private func whole(
    _ kind: Change.Kind, _ row: PublishedRow, _ table: PublishedTable
  ) -> Change {
    var change = Change(
      kind, place(row, nil), old: kind == .rowRemoved ? row.label : nil,
      new: kind == .rowAdded ? row.label : nil)
    let titles = Dictionary(
      table.columns.map { ($0.id.exact, $0.title) }, uniquingKeysWith: { first, _ in first })
    change.cells = row.cells.filter { !$0.text.isEmpty }.map {
      CellText(column: $0.column, columnTitle: titles[$0.column.exact] ?? "", text: $0.text)
    }
    change.changesFigures = row.cells.contains { $0.value != nil }
    return change
  }
}
