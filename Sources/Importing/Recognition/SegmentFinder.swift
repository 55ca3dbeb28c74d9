import Budget

/// Finds the tables in a grid: a Word table, or a sheet with any number of them one below another.
struct SegmentFinder {
  private let forms: [Form]
  private let matchers: [HeaderMatcher]
  /// How alike a title must be for the table to be taken for a form's.
  private static let titleLikeness = 0.6

  /// A finder of the tables of `forms`.
  init(forms: [Form]) {
    self.forms = forms
    matchers = forms.map(HeaderMatcher.init)
  }

  /// The segments of a grid from top to bottom; rows in none of them were not understood.
  func segments(_ grid: Grid, number: Int, context: TableContext) -> [Segment] {
    guard grid.width <= Grid.maximumTableWidth else { return [] }
    var found: [Segment] = []
    var row = 0
    var captions = context.captions
    var captionRows: [Int] = []
    var used = context.used
    while row < grid.height {
      if grid.filled(inRow: row).isEmpty {
        row += 1
        continue
      }
      if let own = captionsOnly(grid, row: row) {
        if captionRows.isEmpty, !found.isEmpty { captions = [] }
        captions += own
        captionRows.append(row)
        row += 1
        if let form = headless(own, grid: grid, row: row) {
          found.append(
            segment(number, form, nil, captionRows, captions, header: row..<row))
          used.insert(form.index)
          captionRows = []
          captions = []
        }
        continue
      }
      let open = found.isEmpty && !context.isClosed ? context.open?.form : nil
      let isAnew = found.last.map { begins(behind: $0, captions, grid) } ?? false
      let before = Neighbours(current: isAnew ? nil : found.last?.form, open: open, used: used)
      if let match = header(grid, row: row, captions: captions, before) {
        let rows = row..<(row + match.map.height)
        if match.isRepeated {
          found[found.count - 1].headerRows += rows
          found[found.count - 1].captionRows += captionRows
        } else {
          found.append(
            segment(
              number, (match.form, match.likeness), match.map, captionRows, captions,
              header: rows))
          used.insert(match.form)
        }
        captionRows = []
        captions = []
        row = rows.upperBound
        continue
      }
      if found.isEmpty {
        guard let start = beginning(grid, number, context, captionRows, captions) else {
          row += 1
          continue
        }
        found.append(start)
        used.insert(start.form)
        captions = []
        captionRows = []
      }
      // Words like a caption's in the middle of data, such as a unit repeated on every page.
      found[found.count - 1].captionRows += captionRows
      captionRows = []
      captions = []
      found[found.count - 1].dataRows.append(row)
      row += 1
    }
    if !found.isEmpty { found[found.count - 1].captionRows += captionRows }
    return found
  }

  /// The ids of the forms whose tables stand in a grid beyond doubt.
  func tables(in grid: Grid) -> Set<String> {
    let sure = segments(grid, number: 0, context: TableContext()).filter {
      ($0.map?.fit ?? 1) > 0.75
    }
    return Set(sure.map { forms[$0.form].id })
  }

  private func segment(
    _ grid: Int, _ form: (index: Int, likeness: Double?), _ map: HeaderMap?,
    _ captionRows: [Int], _ captions: [Caption], header: Range<Int>
  ) -> Segment {
    Segment(
      grid: grid, form: form.index, map: map, captionRows: captionRows,
      headerRows: Array(header), dataRows: [], captions: captions, isContinuation: false,
      likeness: form.likeness)
  }

  /// Whether a table begins though its form is that of the one above: that has its total, and a title
  /// stands here that does not say that it goes on.
  private func begins(behind above: Segment, _ captions: [Caption], _ grid: Grid) -> Bool {
    guard captions.contains(where: { $0.title != nil }), !captions.contains(where: \.isContinued)
    else { return false }
    let totals = forms[above.form].listings.compactMap { $0.closing.last?.label.folded }
    // Notes may follow.
    return above.dataRows.suffix(3).contains { row in
      grid.filled(inRow: row).contains { totals.contains(grid.cells[$0].text.folded) }
    }
  }

  /// The captions of a row that has nothing else; `nil` if it has.
  private func captionsOnly(_ grid: Grid, row: Int) -> [Caption]? {
    let cells = grid.filled(inRow: row)
    guard (1...4).contains(cells.count) else { return nil }
    var captions: [Caption] = []
    for cell in cells {
      guard !grid.cells[cell].isNumber, let caption = Caption(grid.cells[cell].text, forms: forms)
      else { return nil }
      captions.append(caption)
    }
    return captions
  }

  /// A table without header that a title announces (申报表).
  private func headless(
    _ captions: [Caption], grid: Grid, row: Int
  ) -> (index: Int, likeness: Double?)? {
    for case .some(let title) in captions.map(\.title) {
      for (index, form) in forms.enumerated() where form.layout == .form {
        let likeness = Caption.likeness(title, form)
        if likeness >= 0.8 { return (index, likeness) }
      }
    }
    return nil
  }

  private typealias Match = (form: Int, map: HeaderMap, likeness: Double?, isRepeated: Bool)

  /// What was found before a header.
  private struct Neighbours {
    /// The form of the table above in the same grid.
    let current: Int?
    /// The form of the table that ended the grid before, if it may go on.
    let open: Int?
    /// All forms found.
    let used: Set<Int>
  }

  /// The form whose header begins in a row.
  private func header(
    _ grid: Grid, row: Int, captions: [Caption], _ before: Neighbours
  ) -> Match? {
    let cells = grid.filled(inRow: row)
    guard cells.count >= 1,
      !cells.contains(where: { grid.cells[$0].isNumber || AmountText.isAmount(grid.cells[$0].text) }
      )
    else { return nil }
    let titles = captions.compactMap(\.title)
    let numbers = Set(captions.compactMap(\.number))
    var best: (match: Match, score: Double)?
    for (index, form) in forms.enumerated() where form.layout != .form {
      guard let map = matchers[index].match(grid, row: row) else { continue }
      let likeness = titles.map { Caption.likeness($0, form) }.max()
      if let likeness, likeness < Self.titleLikeness { continue }
      let isRepeated = before.current == index && (likeness ?? 1) > 0.9
      let goesOn = isRepeated || before.open == index && (likeness ?? 1) > 0.9
      var score = 100 * map.fit + 60 * (likeness ?? 0)
      if form.ordinal.map({ numbers.contains($0) }) == true { score += 15 }
      // A repeated header goes on with its table rather than begin one that looks the same.
      if before.used.contains(index) { score += goesOn ? 10 : -30 }
      if score > (best?.score ?? 0) {
        best = ((index, map, likeness, isRepeated), score)
      }
    }
    // A title that no caption rule knows is alone in its row: the header fits better without it.
    if let best, cells.count == 1, fit(grid, row: row + 1) > best.match.map.fit { return nil }
    return best?.match
  }

  /// How well a header that begins in a row fits any form.
  private func fit(_ grid: Grid, row: Int) -> Double {
    matchers.compactMap { $0.match(grid, row: row)?.fit }.max() ?? 0
  }

  /// The table that begins with a grid's first row though no header stands there: one that goes on
  /// from the page before, or a paper form whose title is a paragraph.
  private func beginning(
    _ grid: Grid, _ number: Int, _ context: TableContext, _ captionRows: [Int],
    _ captions: [Caption]
  ) -> Segment? {
    if let form = headless(captions, grid: grid, row: 0) {
      return segment(number, form, nil, captionRows, captions, header: 0..<0)
    }
    guard let open = context.open, !context.isClosed, context.openWidth == grid.width,
      !captions.contains(where: { $0.title != nil && !$0.isContinued })
    else { return nil }
    return Segment(
      grid: number, form: open.form, map: open.map, captionRows: captionRows, headerRows: [],
      dataRows: [], captions: captions, isContinuation: true, likeness: nil)
  }
}
