/// A cell that the overview shows under an id, by which it is compared with those of other reports.
struct OverviewCell {
  let item: OverviewForm.Item
  let rank: MainFigure.Rank
  let cell: CellAddress
}

extension Report {
  /// The cells that the overview shows under an id, in its order.
  func overviewCells(_ index: ReportIndex) -> [OverviewCell] {
    (formSet.overview?.statements ?? []).flatMap { statement in
      [(statement.item, .main)] + statement.parts.map { ($0, .part) }
    }.compactMap { (item, rank: MainFigure.Rank) in
      guard !item.id.isEmpty, let cell = index.cell(item.value) else { return nil }
      return OverviewCell(item: item, rank: rank, cell: cell)
    }
  }
}
