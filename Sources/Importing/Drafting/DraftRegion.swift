/// A part of a grid that looks like a table: captions, a header, data.
struct DraftRegion {
  let captions: [String]
  let header: Range<Int>
  let data: Range<Int>

  /// The regions of a grid from top to bottom.
  static func regions(_ grid: Grid) -> [DraftRegion] {
    guard grid.width <= Grid.maximumTableWidth else { return [] }
    var found: [DraftRegion] = []
    var captions: [String] = []
    var row = 0
    while row < grid.height {
      let filled = grid.filled(inRow: row)
      if filled.isEmpty || isCaption(grid, row) {
        captions += filled.map { grid.cells[$0].text }
        row += 1
        continue
      }
      let height = headerHeight(grid, row)
      var end = row + height
      while end < grid.height, !isCaption(grid, end) { end += 1 }
      if filled.count >= 2 {
        found.append(
          DraftRegion(captions: captions, header: row..<(row + height), data: (row + height)..<end))
      }
      captions = []
      row = end
    }
    return found
  }

  /// Whether a row says what a table is: at most three cells, with a number, a unit or a title.
  private static func isCaption(_ grid: Grid, _ row: Int) -> Bool {
    let filled = grid.filled(inRow: row)
    guard (1...3).contains(filled.count) else { return false }
    return filled.allSatisfy { cell in
      let text = grid.cells[cell].text
      if Caption(text, forms: []) != nil { return true }
      return filled.count == 1 && text.folded.hasSuffix("表")
    }
  }

  /// How many rows of header cells begin in a row.
  private static func headerHeight(_ grid: Grid, _ row: Int) -> Int {
    let cells = grid.filled(inRow: row).map { grid.cells[$0] }
    if grid.knowsSpans {
      let spans = cells.map(\.rowSpan).max() ?? 1
      // A cell over several of the row below is a group; one over empty columns is only wide.
      let isGrouped = cells.contains { cell in
        let columns = cell.column..<(cell.column + cell.columnSpan)
        return columns.count { grid.anchor(row: row + 1, column: $0) != nil } > 1
          && !columns.contains { column in
            grid.anchor(row: row + 1, column: column).map {
              grid.cells[$0].isNumber || AmountText.isAmount(grid.cells[$0].text)
            } ?? false
          }
      }
      return min(grid.height - row, max(spans, isGrouped ? 2 : 1))
    }
    let isGrouped = cells.count < grid.width && row + 1 < grid.height
    guard isGrouped else { return 1 }
    let hasFigures = grid.filled(inRow: row + 1).contains { cell in
      grid.cells[cell].text.unicodeScalars.allSatisfy { !$0.isChinese }
    }
    return hasFigures ? 1 : 2
  }

  /// The words of the header cells over each column.
  func paths(_ grid: Grid) -> [[String]] {
    (0..<grid.width).map { column in
      var path: [String] = []
      var seen: Set<Int> = []
      for row in header {
        let source = grid.knowsSpans ? column : Self.spread(grid, row, below: header)[column]
        guard let cell = grid.owner(row: row, column: source), seen.insert(cell).inserted else {
          continue
        }
        let words = grid.cells[cell].text.split(whereSeparator: \.isNewline).joined().trimmedText
        if !words.isEmpty { path.append(words) }
      }
      return path
    }
  }

  /// For each column the cell of a row without spans that stands over it: one over each blank cell
  /// of the row below, and one over each run of filled ones.
  private static func spread(_ grid: Grid, _ row: Int, below header: Range<Int>) -> [Int] {
    let plain = Array(0..<grid.width)
    let count = grid.cellsInRow[row]
    guard count < grid.width, row + 1 < header.upperBound else { return plain }
    var starts: [Int] = []
    var isInRun = false
    for column in plain {
      let isBlank = grid.anchor(row: row + 1, column: column).map { grid.cells[$0].isBlank } ?? true
      if isBlank || !isInRun { starts.append(column) }
      isInRun = !isBlank
    }
    if starts.count == count {
      return plain.map { column in (starts.lastIndex { $0 <= column }) ?? 0 }
    }
    return grid.width % count == 0 ? plain.map { $0 / (grid.width / count) } : plain
  }
}
