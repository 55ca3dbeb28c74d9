import Budget

/// Compares two versions of a row, cell by cell.
struct RowComparison {
  let old: PublishedRow
  let new: PublishedRow
  let pair: TablePairs.Pair
  let place: Place
  let years: YearPair

  func changes() -> [Change] {
    var changes: [Change] = []
    if !years.oldKey(old.label).hasSameBytes(as: new.label) {
      changes.append(Change(.rowRenamed, place, old: old.label, new: new.label))
    } else if !years.oldKey(old.key).hasSameBytes(as: new.key) {
      changes.append(Change(.rowRenamed, place, old: old.key, new: new.key).about("代号"))
    }
    if old.level != new.level {
      changes.append(
        Change(
          .rowLevelChanged, place, old: old.level.map { "第\($0)级" },
          new: new.level.map { "第\($0)级" }))
    }
    let earlier = Dictionary(
      pair.columns.sorted { $0.key < $1.key }.map {
        (pair.new.columns[$0.key].id.exact, pair.old.columns[$0.value].id)
      },
      uniquingKeysWith: { first, _ in first })
    // A form (申报表) has one column of contents, which its page does not head.
    let isForm = pair.new.columns.isEmpty && pair.old.columns.isEmpty
    for cell in new.cells {
      let column = earlier[cell.column.exact] ?? (isForm ? old.cells.first?.column : nil)
      guard let before = column.flatMap(old.cell) else {
        if cell.value != nil { changes.append(change(nil, cell)) }
        continue
      }
      if !before.text.hasSameBytes(as: cell.text), !isHeading(before, cell) {
        changes.append(change(before, cell))
      }
    }
    let kept = Set(earlier.values.map(\.exact))
    for cell in old.cells
    where !isForm && !kept.contains(cell.column.exact) && cell.value != nil {
      changes.append(change(cell, nil))
    }
    return changes
  }

  /// The cell that heads the row: its change is the row's new name. So is that of a code which is
  /// the row's key.
  private func isHeading(_ before: PublishedCell, _ after: PublishedCell) -> Bool {
    let texts = [before.text, after.text].exact
    return texts == [old.label, new.label].exact
      || texts == [old.key, new.key].exact && old.label.hasSameBytes(as: new.label)
      || years.oldKey(before.text).hasSameBytes(as: after.text)
  }

  private func change(_ before: PublishedCell?, _ after: PublishedCell?) -> Change {
    var place = place
    let column = after?.column ?? before?.column
    place.column = column
    let columns = after == nil ? pair.old.columns : pair.new.columns
    place.columnTitle = columns.first { column.hasSameBytes(as: $0.id) }?.title
    let isFigure = before?.value != after?.value
    var change = Change(
      isFigure ? .figureChanged : .textChanged, place, old: before?.text ?? "",
      new: after?.text ?? "")
    change.changesFigures = isFigure
    if isFigure, pair.old.unit.hasSameBytes(as: pair.new.unit) {
      change.difference = Difference(before?.value, after?.value)
    }
    return change
  }
}

extension Difference {
  /// New less old; `nil` where that does not fit.
  init?(_ old: ExactDecimal?, _ new: ExactDecimal?) {
    guard let difference = (new ?? .zero).subtracting(old ?? .zero) else { return nil }
    amount = difference.description
    percent = old.flatMap { old in
      guard !old.isNegative else { return nil }
      return difference.multiplied(by: ExactDecimal(100))?.divided(by: old, decimals: 2)?
        .description
    }
  }
}
