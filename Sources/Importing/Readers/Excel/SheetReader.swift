import Budget

/// Reads one sheet into a grid. Empty rows and columns around and between the words are dropped,
/// so that a stray format in the last row of a sheet costs nothing.
struct SheetReader {
  private struct RawCell {
    let row: Int
    let column: Int
    let text: String
    let indentation: Int
    let isNumber: Bool
  }

  /// The sheet's name.
  let name: String
  /// The workbook's name.
  let file: String
  /// The workbook's words, which cells refer to by number.
  let strings: [String]
  /// The workbook's styles.
  let styles: WorkbookStyles

  /// The most cells with words that a sheet may have.
  private static let maximumCells = 500_000

  /// What the sheet shows and what its hidden rows and columns hold; `nil` where there is nothing.
  func grids(_ root: MarkupElement) throws -> (shown: Grid?, hidden: Grid?) {
    let hidesZeros = root.first("sheetViews")?.first("sheetView")?["showZeros"] == "0"
    var cells: [RawCell] = []
    for (row, element) in Self.rows(of: root) {
      var column = -1
      for cell in element.all("c") {
        column = cell["r"].flatMap { CellReference($0) }?.column ?? column + 1
        guard let raw = read(cell, row: row, column: column, hidesZeros) else { continue }
        cells.append(raw)
      }
    }
    guard cells.count <= Self.maximumCells else {
      throw ImportFailure(.content, file: file, "工作表“\(name)”有 \(cells.count) 个单元格，太大了，没有打开。")
    }
    let merges = merges(root)
    let lines = HiddenLines(root, rows: Self.rows(of: root))
    let ends = Dictionary(
      merges.map { ([$0.from.row, $0.from.column], $0.to) }, uniquingKeysWith: { first, _ in first }
    )
    let isHidden = cells.map { cell in
      let end = ends[[cell.row, cell.column]]
      return lines.hide(
        rows: cell.row...max(cell.row, end?.row ?? 0),
        columns: cell.column...max(cell.column, end?.column ?? 0))
    }
    let shown = zip(cells, isHidden).filter { !$0.1 }.map(\.0)
    let hidden = zip(cells, isHidden).filter(\.1).map(\.0)
    return (try laidOut(shown, merges: merges), try laidOut(hidden, merges: []))
  }

  /// The rows of a sheet with their numbers, from 0.
  private static func rows(of root: MarkupElement) -> [(number: Int, element: MarkupElement)] {
    var last = -1
    return (root.first("sheetData")?.all("row") ?? []).map { element in
      // The number of a row that Excel could not have is not believed.
      let given = element["r"].flatMap { Int($0) }
      last = given.flatMap { (1...1_048_576).contains($0) ? $0 - 1 : nil } ?? last + 1
      return (last, element)
    }
  }

  private func merges(_ root: MarkupElement) -> [(from: CellReference, to: CellReference)] {
    (root.first("mergeCells")?.all("mergeCell") ?? []).compactMap { merge in
      let ends = (merge["ref"] ?? "").split(separator: ":")
      guard ends.count == 2, let from = CellReference(ends[0]), let to = CellReference(ends[1])
      else { return nil }
      return (from, to)
    }
  }

  private func read(
    _ cell: MarkupElement, row: Int, column: Int, _ hidesZeros: Bool
  ) -> RawCell? {
    let style = styles.style(cell["s"])
    let value = cell.first("v")?.text
    var isNumber = false
    var text: String
    switch cell["t"] ?? "n" {
    case "s":
      text =
        value.flatMap { Int($0) }.flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": text = Self.words(cell.first("is"))
    case "str", "e", "d": text = value ?? ""
    case "b": text = value == "1" ? "TRUE" : "FALSE"
    default:
      text = value.flatMap { style.format.text(of: $0) } ?? value ?? ""
      isNumber = value != nil
      if hidesZeros, isNumber, value.flatMap({ Double($0) }) == 0 { text = "" }
    }
    // A formula whose result the file does not have is kept, so that it is not lost silently.
    if value == nil, text.isEmpty, let formula = cell.first("f")?.text, !formula.isEmpty {
      text = "=" + formula
    }
    guard !text.isBlankText else { return nil }
    return RawCell(
      row: row, column: column, text: text, indentation: style.indentation, isNumber: isNumber)
  }

  /// The words of a string, without the readings (拼音) that Excel may keep with them.
  static func words(_ element: MarkupElement?) -> String {
    guard let element else { return "" }
    return element.children.map { child in
      switch child.name {
      case "t": child.text
      case "r": child.all("t").map(\.text).joined()
      default: ""
      }
    }.joined()
  }

  private func laidOut(
    _ cells: [RawCell], merges: [(from: CellReference, to: CellReference)]
  ) throws -> Grid? {
    guard !cells.isEmpty else { return nil }
    let rows = DenseAxis(cells.map(\.row), keepsGaps: true)
    let columns = DenseAxis(cells.map(\.column), keepsGaps: false)
    var spans: [[Int]: CellReference] = [:]
    for merge in merges { spans[[merge.from.row, merge.from.column]] = merge.to }
    let laidOut = cells.map { cell in
      let end = spans[[cell.row, cell.column]]
      let reference = CellReference.name(row: cell.row, column: cell.column)
      return Grid.Cell(
        text: cell.text, row: rows.index(of: cell.row), column: columns.index(of: cell.column),
        rowSpan: end.map { rows.length(from: cell.row, to: $0.row) } ?? 1,
        columnSpan: end.map { columns.length(from: cell.column, to: $0.column) } ?? 1,
        indentation: cell.indentation, isNumber: cell.isNumber,
        place: Place(file: file, within: "工作表“\(name)”\(reference)"))
    }
    return try Grid.laidOut(
      laidOut.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, knowsSpans: true,
      sheet: name, gaps: columns.gaps, file: file)
  }
}

/// Rows or columns renumbered without the empty ones.
private struct DenseAxis {
  private var indices: [Int: Int] = [:]
  private let used: [Int]
  /// The renumbered lines that had empty ones before them, between used ones.
  private(set) var gaps: [Int] = []
  /// How many there are after renumbering.
  private(set) var count = 0

  /// The lines that are `used`; with gaps kept, one empty line stands for any number of them.
  init(_ used: [Int], keepsGaps: Bool) {
    self.used = Set(used).sorted()
    var last: Int?
    for line in self.used {
      if let last, line > last + 1 {
        if keepsGaps { count += 1 }
        gaps.append(count)
      }
      indices[line] = count
      count += 1
      last = line
    }
  }

  func index(of line: Int) -> Int { indices[line] ?? 0 }

  /// How many renumbered lines a merged cell spans.
  func length(from first: Int, to last: Int) -> Int {
    let start = index(of: first)
    // The first used line behind the end, by halves: a sheet may merge every cell.
    let next = used.firstPlace { $0 <= last }
    return max(1, next > 0 ? index(of: used[next - 1]) - start + 1 : 1)
  }
}
