import Budget

/// Infers the form of one table from its header and its data.
struct DraftFormBuilder {
  let grid: Grid
  let region: DraftRegion
  /// The title, folded captions considered; empty if there is none.
  let title: String
  let number: String
  let ordinal: Int
  let unit: Unit

  /// The form; `nil` if the region does not look like a table of a budget.
  func draft() -> DraftForm? {
    let paths = region.paths(grid)
    let used = paths.indices.filter { !paths[$0].isEmpty }
    guard used.count >= 2 else { return nil }
    var kinds = used.map { kind($0, title: paths[$0].last ?? "") }
    let isTwoSided = used.count == 4 && isSided(used, kinds, paths)
    for half in isTwoSided ? [0..<2, 2..<4] : [0..<used.count] {
      let filled = used.map { texts($0).count }
      if let label = Self.labelIndex(kinds, half, filled) { kinds[label] = .label }
    }
    guard kinds.contains(.amount) else { return nil }
    let ids = DraftNames.unique(
      used.enumerated().map { offset, column in
        let id = DraftNames.column(paths[column].last ?? "", number: offset + 1)
        return isTwoSided ? DraftForm.sideID(offset / 2) + "_" + id : id
      }, separator: "_")
    let columns = used.enumerated().map { offset, column in
      DraftForm.DraftColumn(
        id: ids[offset], path: paths[column], kind: kinds[offset],
        listing: isTwoSided ? offset / 2 : 0)
    }
    var hierarchies: [ListingForm.Hierarchy] = []
    var closing: [DraftForm.DraftClosing] = []
    for listing in 0..<(isTwoSided ? 2 : 1) {
      let own = columns.indices.filter { columns[$0].listing == listing }
      let list = DraftListing(
        grid: grid, rows: region.data, columns: own.map { used[$0] }, kinds: own.map { kinds[$0] },
        offset: own.first ?? 0)
      hierarchies.append(list.hierarchy)
      closing += list.closing.map { DraftForm.DraftClosing(listing: listing, row: $0) }
    }
    return DraftForm(
      id: DraftNames.table(title, number: ordinal), number: number, title: title, unit: unit,
      isTwoSided: isTwoSided, columns: columns, hierarchies: hierarchies, closing: closing,
      isEmpty: !region.data.contains { row in
        grid.filled(inRow: row).contains { isNumber(grid.cells[$0]) }
      })
  }

  private func texts(_ column: Int) -> [Grid.Cell] {
    region.data.compactMap { row in
      isNote(row)
        ? nil
        : grid.anchor(row: row, column: column).map { grid.cells[$0] }.flatMap {
          $0.isBlank ? nil : $0
        }
    }
  }

  /// Whether a row is a note under the table.
  private func isNote(_ row: Int) -> Bool {
    let cells = grid.filled(inRow: row)
    return cells.count == 1 && TableRows.isNote(grid.cells[cells[0]].text)
  }

  private func isNumber(_ cell: Grid.Cell) -> Bool {
    cell.isNumber || ExactDecimal(AmountText.plain(cell.text)) != nil
  }

  private func kind(_ column: Int, title: String) -> Column.Kind {
    let folded = title.folded
    if ["编码", "代码"].contains(where: { folded.contains($0) }) || ["类", "款", "项"].contains(folded) {
      return .code
    }
    let cells = texts(column)
    let words = ["名称", "项目", "科目", "备注", "单位", "内容", "类别"]
    if words.contains(where: { folded.hasSuffix($0) }) { return .text }
    let marks = ["-", "—", "－", ""]
    if cells.allSatisfy({ isNumber($0) || marks.contains($0.text.trimmedText) }) {
      let amounts = ["数", "额", "计", "支出", "收入", "经费", "拨款", "费", "结转", "结余", "资金"]
      let isNamed = amounts.contains { folded.hasSuffix($0) } || folded.contains("年")
      return cells.isEmpty && !isNamed ? .text : .amount
    }
    return .text
  }

  /// The column that heads the rows: of those with words in nearly every row, the one nearest to the
  /// amounts.
  private static func labelIndex(
    _ kinds: [Column.Kind], _ range: Range<Int>, _ filled: [Int]
  ) -> Int? {
    let words = range.filter { kinds[$0] == .text }
    let most = words.map { filled[$0] }.max() ?? 0
    let full = words.filter { filled[$0] * 10 >= most * 9 }
    let amount = range.first { kinds[$0] == .amount } ?? range.upperBound
    return full.last { $0 < amount } ?? full.first
  }

  private func isSided(_ used: [Int], _ kinds: [Column.Kind], _ paths: [[String]]) -> Bool {
    guard kinds.map({ $0 == .amount }) == [false, true, false, true] else { return false }
    let first = (paths[used[0]] + paths[used[1]]).joined()
    let second = (paths[used[2]] + paths[used[3]]).joined()
    return first.contains("收入") && second.contains("支出")
      || paths[used[0]].last == paths[used[2]].last
  }
}
