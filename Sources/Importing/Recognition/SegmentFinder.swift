import Budget

/// Finds the tables in a grid: a Word table, or a sheet with any number of them one below another.
struct SegmentFinder {
  let forms: [Form]
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
    var segments = SegmentList(grid: number, context)
    var row = 0
    while row < grid.height { row += read(row, of: grid, context, into: &segments) }
    return segments.finish()
  }

  /// Reads what begins in a row, and says how many rows it takes.
  private func read(
    _ row: Int, of grid: Grid, _ context: TableContext, into segments: inout SegmentList
  ) -> Int {
    if grid.filled(inRow: row).isEmpty { return 1 }
    if let captions = captionsOnly(grid, row: row) {
      segments.hold(captions, row: row)
      if let form = headless(captions) {
        segments.begin(form: form.index, likeness: form.likeness)
      }
      return 1
    }
    let isFirst = segments.found.isEmpty
    let isApart = segments.isApart(row, in: grid)
    let isAnew = segments.above.map { begins(behind: $0, segments.captions, grid) } ?? false
    let before = Neighbours(
      current: isAnew ? nil : segments.above?.form,
      open: isFirst && !context.isClosed ? context.open?.form : nil, used: segments.used)
    let match = header(grid, row: row, captions: segments.captions, before)
    if case .below = match, segments.holdsCaptions || grid.isSentence(row: row) {
      // It stands over the next table, and is no row of the one above.
      return 1
    }
    if case .here(let match) = match {
      let rows = row..<(row + match.map.height)
      let repetition =
        match.isRepeated
        ? segments.above.flatMap {
          self.repetition(of: $0, in: match.map, segments.captions, isApart: isApart, grid)
        } : nil
      if repetition == .same {
        segments.repeatHeader(rows, isDoubtful: isApart)
      } else {
        segments.begin(
          form: match.form, likeness: match.likeness, map: match.map, header: rows,
          isContinuation: repetition == .moved, isAnother: repetition == .other)
      }
      return rows.count
    }
    if isFirst, !begin(row, of: grid, context, in: &segments) { return 1 }
    if isApart, segments.above.map({ beginsStranger(row, below: $0, grid) }) == true {
      segments.close(before: row)
    }
    if segments.isClosed { return 1 }
    segments.addData(row)
    return 1
  }

  /// The ids of the forms whose tables stand in a grid beyond doubt.
  func tables(in grid: Grid) -> Set<String> {
    let sure = segments(grid, number: 0, context: TableContext()).filter {
      ($0.map?.fit ?? 1) > 0.75
    }
    return Set(sure.map { forms[$0.form].id })
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
  private func headless(_ captions: [Caption]) -> (index: Int, likeness: Double)? {
    announced(captions) { $0.layout == .form }
  }

  /// The form, of some of them, that a title announces; of several the one most like it.
  private func announced(
    _ captions: [Caption], among isOne: (Form) -> Bool
  ) -> (index: Int, likeness: Double)? {
    var best: (index: Int, likeness: Double)?
    for case .some(let title) in captions.map(\.title) {
      for (index, form) in forms.enumerated() where isOne(form) {
        let likeness = Caption.likeness(title, form)
        guard likeness >= 0.8, likeness > best?.likeness ?? 0 else { continue }
        best = (index, likeness)
      }
    }
    return best
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

  /// Where a header begins that may begin in a row.
  private enum Header {
    /// In the row.
    case here(Match)
    /// In the next one, below what stands alone in the row.
    case below
    /// Nowhere near.
    case none
  }

  /// The form whose header begins in a row.
  private func header(
    _ grid: Grid, row: Int, captions: [Caption], _ before: Neighbours
  ) -> Header {
    let cells = grid.filled(inRow: row)
    guard cells.count >= 1,
      !cells.contains(where: { grid.cells[$0].isNumber || AmountText.isAmount(grid.cells[$0].text) }
      )
    else { return .none }
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
    // A title that no caption rule knows, or a sentence, is alone in its row: the header fits as well
    // without it.
    guard let best else { return .none }
    let isAlone = cells.count == 1 && fit(grid, row: row + 1) >= best.match.map.fit
    return isAlone ? .below : .here(best.match)
  }

  /// How well a header that begins in a row fits any form.
  private func fit(_ grid: Grid, row: Int) -> Double {
    matchers.compactMap { $0.match(grid, row: row)?.fit }.max() ?? 0
  }

  /// Whether a grid has nothing but captions above a row, and from there on the reason why there is no
  /// table. The rows above are only looked at where it is, which is in the last row with words.
  private func hasOnlyReason(_ grid: Grid, from row: Int) -> Bool {
    TableRows.reason(in: row..<grid.height, of: grid) != nil
      && (0..<row).allSatisfy {
        grid.filled(inRow: $0).isEmpty || captionsOnly(grid, row: $0) != nil
      }
  }

  /// Begins the table that a grid's row belongs to though no header stands there, if there is one: it
  /// goes on from the page before, is a paper form whose title is a paragraph, or is not there and says
  /// why.
  private func begin(
    _ row: Int, of grid: Grid, _ context: TableContext, in segments: inout SegmentList
  ) -> Bool {
    let form =
      hasOnlyReason(grid, from: row)
      ? announced(segments.captions, among: { _ in true }) : headless(segments.captions)
    if let form {
      segments.begin(form: form.index, likeness: form.likeness)
      return true
    }
    guard let open = context.open, !context.isClosed, context.openWidth == grid.width,
      !segments.captions.contains(where: { $0.title != nil && !$0.isContinued })
    else { return false }
    segments.begin(form: open.form, likeness: nil, map: open.map, isContinuation: true)
    return true
  }
}
