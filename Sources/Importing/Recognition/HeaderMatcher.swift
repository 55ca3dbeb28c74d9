import Budget

/// Compares the header of a grid with the header of a form.
struct HeaderMatcher {
  private static let maximumHeight = 4
  /// How alike two titles must be for one to be taken for the other.
  private static let likeness = 0.6

  private let form: Form
  /// For each column of the form, the folded names that a header cell may have.
  private let titles: [Set<String>]
  private let joinedPaths: [String]

  /// A matcher for `form`.
  init(form: Form) {
    self.form = form
    titles = form.columns.map { column in
      Set(([column.title] + column.aliases).map { HeaderPaths.withoutUnit($0.folded) })
    }
    joinedPaths = form.columns.map { HeaderPaths.withoutUnit($0.path.joined().folded) }
  }

  /// The best fit of a header that begins in `row`; `nil` if there is none worth the name.
  func match(_ grid: Grid, row: Int) -> HeaderMap? {
    var best: HeaderMap?
    for height in 1...Self.maximumHeight where row + height <= grid.height {
      let header = HeaderPaths(grid, row: row, height: height, form: form)
      var map = match(header.paths)
      map.height = header.end - row
      if map.fit > (best?.fit ?? 0) { best = map }
    }
    guard var found = best, found.fit >= 0.5 else { return nil }
    if isColumnNumbers(grid, row: row + found.height) { found.height += 1 }
    return found
  }

  private func match(_ paths: [[String]]) -> HeaderMap {
    var map = HeaderMap(
      sources: Array(repeating: nil, count: form.columns.count), strangers: [], guesses: [],
      height: 1, fit: 0)
    var free: [Int] = []
    for (column, path) in paths.enumerated() where !path.isEmpty {
      if let target = target(of: path, taken: map.sources) {
        map.sources[target] = .column(column)
      } else {
        free.append(column)
      }
    }
    let shown = form.columns.indices.filter { form.columns[$0].isShown }
    let exact = shown.count { map.sources[$0] != nil }
    CodeColumns(form: form).match(paths, free: &free, map: &map)
    if exact * 2 >= shown.count { guess(paths, free: &free, map: &map) }
    map.strangers = free
    let matched = shown.count { map.sources[$0] != nil }
    let misfit = Double(free.count) + 0.5 * Double(map.guesses.count)
    map.fit = (Double(matched) - 0.5 * misfit) / Double(max(1, shown.count))
    return map
  }

  /// The column of the form that a header path names; of several, the first that is not taken.
  private func target(of path: [String], taken: [HeaderMap.Source?]) -> Int? {
    let joined = path.joined()
    let last = path.last ?? ""
    let free = form.columns.indices.filter { taken[$0] == nil && form.columns[$0].isShown }
    return free.first { joinedPaths[$0] == joined }
      ?? free.first { titles[$0].contains(joined) }
      ?? free.first { titles[$0].contains(last) && isUnder(path, $0) }
      // A header cell broken into two lines of cells: 一般公共预算 over 拨款收入.
      ?? free.first { titles[$0].contains(path.suffix(2).joined()) }
  }

  /// Whether the cells above the last one do not speak against a column: a form's group must be
  /// named if the grid names one and the title alone is ambiguous.
  private func isUnder(_ path: [String], _ column: Int) -> Bool {
    let isAmbiguous =
      form.columns.indices.count { !titles[$0].isDisjoint(with: titles[column]) } > 1
    guard isAmbiguous, path.count > 1, form.columns[column].path.count > 1 else { return true }
    return form.columns[column].path.dropLast().contains { path.contains($0.folded) }
  }

  /// Pairs what is left over on both sides where the words are much alike.
  private func guess(_ paths: [[String]], free: inout [Int], map: inout HeaderMap) {
    for column in free {
      let words = paths[column].last ?? ""
      let candidates = form.columns.indices
        .filter { map.sources[$0] == nil && form.columns[$0].isShown }
        .map { ($0, titles[$0].map { similarity($0, words) }.max() ?? 0) }
        .filter { $0.1 >= Self.likeness }
      guard let best = candidates.max(by: { $0.1 < $1.1 }),
        candidates.count(where: { $0.1 == best.1 }) == 1
      else { continue }
      map.sources[best.0] = .column(column)
      map.guesses.append((column, best.0))
      free.removeAll { $0 == column }
    }
  }

  /// Whether a row under a header numbers the columns: 栏次 1 2 3, or 1 2=3+4 3 4.
  private func isColumnNumbers(_ grid: Grid, row: Int) -> Bool {
    let words = grid.filled(inRow: row).map { grid.cells[$0].text.folded }
    let rest =
      words.first.map { ["栏次", "行次", "栏号", "**"].contains($0) } == true
      ? words.dropFirst() : words[...]
    guard rest.count >= 2 else { return false }
    let numbers = rest.map { Int($0.prefix { $0.isASCII && $0.isNumber }) ?? -1 }
    let isPlain = rest.allSatisfy {
      $0.unicodeScalars.allSatisfy { $0.isDigit || "=+-".unicodeScalars.contains($0) }
        && $0.count <= 12
    }
    return isPlain && numbers.first.map { $0 == 1 || $0 == 2 } == true
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }
}
