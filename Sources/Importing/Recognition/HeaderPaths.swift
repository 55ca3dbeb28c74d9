import Budget

/// The header cells over each column of a grid, from the top, in folded words.
struct HeaderPaths {
  /// For each column of the grid, the words of the header cells over it.
  let paths: [[String]]
  /// The last row that a header cell reaches into, exclusive.
  let end: Int

  /// The cells over the columns in the rows from `row` on, `height` of them.
  ///
  /// In files without spans, a row with fewer cells than columns is spread as `form` groups them.
  init(_ grid: Grid, row: Int, height: Int, form: Form) {
    var paths = Array(repeating: [String](), count: grid.width)
    var seen = Array(repeating: Set<Int>(), count: grid.width)
    var end = row + height
    for line in row..<(row + height) {
      let spread = grid.knowsSpans ? nil : Self.spread(grid, row: line, form: form)
      for column in 0..<grid.width {
        let source = spread.map { column < $0.count ? $0[column] : nil } ?? column
        guard let source, let cell = grid.owner(row: line, column: source),
          seen[column].insert(cell).inserted
        else { continue }
        let words = Self.withoutUnit(grid.cells[cell].text.folded)
        if !words.isEmpty { paths[column].append(words) }
        end = max(end, grid.cells[cell].row + grid.cells[cell].rowSpan)
      }
    }
    self.paths = paths
    self.end = end
  }

  /// For each column, the cell of a row that stands over it, where the row has one cell for each
  /// top header cell of the form; `nil` if it has not.
  private static func spread(_ grid: Grid, row: Int, form: Form) -> [Int?]? {
    let cells = grid.cellsInRow[row]
    guard cells < form.columns.count(where: \.isShown), cells == form.header.count else {
      return nil
    }
    var result: [Int?] = []
    for (index, node) in form.header.enumerated() {
      result += Array(repeating: index, count: node.columnCount)
    }
    return result
  }

  /// The words without a unit in parentheses at their end, or a year's 年度.
  static func withoutUnit(_ folded: String) -> String {
    for unit in Unit.allCases where folded.hasSuffix("(\(unit.rawValue))") {
      return String(folded.dropLast(unit.rawValue.count + 2))
    }
    return folded
  }
}

extension HeaderNode {
  /// How many columns stand below.
  var columnCount: Int {
    switch self {
    case .column: 1
    case .group(_, let nodes): nodes.reduce(0) { $0 + $1.columnCount }
    }
  }

  /// How many rows of cells it needs.
  var depth: Int {
    switch self {
    case .column: 1
    case .group(_, let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
    }
  }
}
