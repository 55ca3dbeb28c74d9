/// Tables that stand beside each other on a sheet, with an empty column between them.
enum SideBySide {
  /// The blocks with such sheets cut into one grid for each table.
  ///
  /// An empty column may as well be padding within a table, so a sheet is cut only where `tables`,
  /// the names of the tables that a grid has, finds more in the parts than in the whole.
  static func separated(
    _ blocks: [ImportedDocument.Block], tables: (Grid) -> Set<String>
  ) -> [ImportedDocument.Block] {
    blocks.flatMap { block -> [ImportedDocument.Block] in
      guard case .table(let grid) = block else { return [block] }
      return parts(of: grid, tables).map { .table($0) }
    }
  }

  private static func parts(of grid: Grid, _ tables: (Grid) -> Set<String>) -> [Grid] {
    for gap in grid.gaps where !isBridged(grid, gap) {
      let left = grid.part(rows: 0..<grid.height, columns: 0..<gap)
      let right = grid.part(rows: 0..<grid.height, columns: gap..<grid.width)
      let (first, second) = (tables(left), tables(right))
      guard !first.isEmpty, !second.isEmpty,
        first.union(second).count > tables(grid).count
      else { continue }
      return [left] + parts(of: right, tables)
    }
    return [grid]
  }

  /// Whether a cell among others reaches over a gap, as the header of one table does. A title that
  /// is alone in its row may stand over two.
  private static func isBridged(_ grid: Grid, _ gap: Int) -> Bool {
    (0..<grid.height).contains { row in
      guard let owner = grid.owner(row: row, column: gap - 1), !grid.cells[owner].isBlank,
        grid.cells[owner].column + grid.cells[owner].columnSpan > gap
      else { return false }
      return grid.filled(inRow: row).count > 1
    }
  }
}
