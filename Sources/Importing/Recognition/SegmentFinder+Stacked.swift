import Budget

/// Tables that stand below others in a grid without a title of their own.
extension SegmentFinder {
  /// Whether a table begins though its form is that of the one above: that has its total, and a title
  /// stands here that does not say that it goes on.
  func begins(behind above: Segment, _ captions: [Caption], _ grid: Grid) -> Bool {
    guard captions.contains(where: { $0.title != nil }), !captions.contains(where: \.isContinued)
    else { return false }
    // Notes may follow.
    return above.dataRows.suffix(3).contains { isTotal($0, of: above, grid) }
  }

  /// What a header is that looks like the one of the table above; `nil` where that has none.
  func repetition(
    of above: Segment, in map: HeaderMap, _ captions: [Caption], isApart: Bool, _ grid: Grid
  ) -> HeaderRepetition? {
    guard let header = above.map else { return nil }
    // Behind its total and a blank row it does not go on, unless something says so.
    let last = above.dataRows.last { grid.filled(inRow: $0).count > 1 }
    let isEnded = isApart && last.map { isTotal($0, of: above, grid) } == true
    return isEnded && !captions.sayWhatFollows ? .other : HeaderRepetition(of: header, in: map)
  }

  /// Whether a row behind a blank one is the header of a table that no form knows: it has nothing but
  /// words, also where the table above has amounts or codes, and numbers stand below it.
  func beginsStranger(_ row: Int, below above: Segment, _ grid: Grid) -> Bool {
    guard let map = above.map, !above.dataRows.isEmpty else { return false }
    let cells = grid.filled(inRow: row)
    guard cells.count > 1, cells.allSatisfy({ isWords(grid.cells[$0]) }),
      !isTotal(row, of: above, grid)
    else { return false }
    let form = forms[above.form]
    let isElsewhere = map.sources.enumerated().contains { index, source in
      guard case .column(let column)? = source,
        [.amount, .code].contains(form.columns[index].kind),
        let cell = grid.anchor(row: row, column: column)
      else { return false }
      // 无 may stand for an amount.
      return grid.cells[cell].text.unicodeScalars.count(where: \.isChinese) > 1
    }
    // The header may have several rows.
    let below = ((row + 1)..<min(row + 4, max(row + 1, grid.height)))
      .prefix { !grid.filled(inRow: $0).isEmpty }
    return isElsewhere
      && below.contains { line in
        grid.filled(inRow: line).contains { !isWords(grid.cells[$0]) }
      }
  }

  /// Whether a row has the last total that the form of a table knows.
  private func isTotal(_ row: Int, of above: Segment, _ grid: Grid) -> Bool {
    let totals = forms[above.form].listings.compactMap { $0.closing.last?.label.folded }
    return grid.filled(inRow: row).contains { totals.contains(grid.cells[$0].text.folded) }
  }

  private func isWords(_ cell: Grid.Cell) -> Bool {
    !cell.isNumber && !AmountText.isAmount(cell.text)
      && !cell.text.trimmedText.unicodeScalars.allSatisfy(\.isDigit)
  }
}

/// What a header is that looks like the one further up.
enum HeaderRepetition {
  /// The same, as on every page.
  case same
  /// The same columns in other places: what is below has to be read by it.
  case moved
  /// Other columns, and so another table.
  case other

  /// What the header of `map` is below that of `above`.
  init(of above: HeaderMap, in map: HeaderMap) {
    let hasSameColumns =
      zip(map.sources, above.sources).allSatisfy { ($0 == nil) == ($1 == nil) }
      && map.strangers.count == above.strangers.count
    self = map.sources == above.sources ? .same : hasSameColumns ? .moved : .other
  }
}
