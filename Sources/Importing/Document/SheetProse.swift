/// Words typed into a sheet as into a page, a line to a row: they are paragraphs, and what stands
/// between them are tables.
enum SheetProse {
  /// The blocks of a sheet: the grid itself if it has no prose.
  static func blocks(_ grid: Grid) -> [ImportedDocument.Block] {
    let runs = runs(grid)
    guard runs.contains(where: { isProse($0, grid, sentences: 2) }) else { return [.table(grid)] }
    var blocks: [ImportedDocument.Block] = []
    var rest: [Int] = []
    func flush() {
      guard let first = rest.first, let last = rest.last else { return }
      blocks.append(.table(grid.part(rows: first..<(last + 1), columns: 0..<grid.width)))
      rest = []
    }
    for (index, run) in runs.enumerated() {
      guard isProse(run, grid, sentences: 1) else {
        rest += run.rows
        continue
      }
      flush()
      // A title or a unit right over a table belongs to it.
      let own = run.rows.lastIndex { !Caption.isOverTable(words(in: $0, grid)) }.map { $0 + 1 } ?? 0
      let end = index + 1 < runs.count ? own : run.rows.count
      for row in run.rows[..<end] { blocks += paragraphs(row, grid) }
      rest = Array(run.rows[end...])
    }
    flush()
    return blocks
  }

  /// Rows below each other that have one cell each, or more.
  private struct Run {
    let isSingle: Bool
    var rows: [Int]
  }

  private static func runs(_ grid: Grid) -> [Run] {
    var runs: [Run] = []
    for row in 0..<grid.height {
      let filled = grid.filled(inRow: row)
      guard let first = filled.first else { continue }
      let isSingle = filled.count == 1 && !grid.cells[first].isNumber
      if runs.last?.isSingle == isSingle {
        runs[runs.count - 1].rows.append(row)
      } else {
        runs.append(Run(isSingle: isSingle, rows: [row]))
      }
    }
    return runs
  }

  /// Whether the rows are sentences, and not the notes under a table.
  private static func isProse(_ run: Run, _ grid: Grid, sentences: Int) -> Bool {
    guard run.isSingle, let first = run.rows.first, !TableRows.isNote(words(in: first, grid)) else {
      return false
    }
    return run.rows.count { words(in: $0, grid).contains("。") } >= sentences
  }

  private static func words(in row: Int, _ grid: Grid) -> String {
    grid.filled(inRow: row).first.map { grid.cells[$0].text } ?? ""
  }

  /// The lines of a row's cell; the first counts as the cell.
  private static func paragraphs(_ row: Int, _ grid: Grid) -> [ImportedDocument.Block] {
    guard let cell = grid.filled(inRow: row).first.map({ grid.cells[$0] }) else { return [] }
    let lines = cell.text.split(whereSeparator: \.isNewline).filter { !$0.isBlankText }
    return lines.enumerated().map { index, line in
      .paragraph(
        ImportedDocument.Paragraph(text: String(line), isCell: index == 0, place: cell.place))
    }
  }
}
