import Budget

/// Infers how the rows of a list stand under each other, and which of them close it.
struct DraftListing {
  let grid: Grid
  let rows: Range<Int>
  /// The list's columns in the grid, with their kinds.
  let columns: [Int]
  let kinds: [Column.Kind]
  /// The index in the form of the first of them.
  let offset: Int

  /// How rows stand under each other.
  var hierarchy: ListingForm.Hierarchy {
    let codes = columns.indices.filter { kinds[$0] == .code }
    if let first = codes.first {
      let texts = texts(columns[first]).filter { $0.unicodeScalars.allSatisfy(\.isDigit) }
      let lengths = Set(texts.map(\.utf8.count))
      if codes.count == 3, lengths == [3] {
        return .code(columns: codes.map { $0 + offset }, lengths: [3, 5, 7])
      }
      let nests = texts.contains { long in
        texts.contains { $0.count < long.count && long.hasPrefix($0) }
      }
      if lengths.count > 1, lengths.isSubset(of: [3, 5, 7]), nests {
        return .code(columns: [first + offset], lengths: lengths.sorted())
      }
    }
    guard let label = kinds.firstIndex(of: .label) else { return .none }
    let cells = labels(label).filter { !Self.isClosing($0.text) }
    let numbers = Set(cells.compactMap { OutlineNumber($0.text.trimmedText)?.rank })
    if numbers.count > 1 { return .numbering }
    let widths = Set(cells.map { $0.text.leadingWidth + $0.indentation })
    let hasBreakdown = cells.contains { $0.text.folded.hasPrefix("其中") }
    return widths.count > 1 || hasBreakdown ? .indentation : .none
  }

  /// The rows at the end that are totals, or stand between them.
  var closing: [ListingForm.ClosingRow] {
    let heads = columns.indices.filter { kinds[$0] != .amount }
    let words = rows.map { row in
      heads.compactMap { head in
        grid.anchor(row: row, column: columns[head]).map { grid.cells[$0].text }
      }.filter { !$0.isBlankText }
    }
    let totals = words.indices.filter { words[$0].contains(where: Self.isClosing) }
    guard let first = totals.first, let last = totals.last else { return [] }
    var found: [ListingForm.ClosingRow] = []
    // What stands between two totals stands below the line as well.
    for index in first...last {
      let row = rows.lowerBound + index
      guard let text = words[index].first(where: Self.isClosing) ?? words[index].last else {
        continue
      }
      let label = Self.plain(text)
      guard !found.contains(where: { $0.label == label }) else { continue }
      let key = index == last ? "total" : found.isEmpty ? "subtotal" : "closing-\(found.count + 1)"
      let isSum = index == first && isSum(row)
      found.append(ListingForm.ClosingRow(key: key, label: label, sum: isSum ? .items : .nothing))
    }
    return found
  }

  /// Whether each amount of a row is the sum of the top rows above it.
  private func isSum(_ total: Int) -> Bool {
    let code = columns.indices.first { kinds[$0] == .code }
    var shortest: Int?
    if case .code(_, let lengths) = hierarchy { shortest = lengths.first }
    var compared = false
    for (index, column) in columns.enumerated() where kinds[index] == .amount {
      var sum = ExactDecimal.zero
      for row in rows.lowerBound..<total {
        if let shortest, let code {
          let text = grid.anchor(row: row, column: columns[code]).map {
            grid.cells[$0].text.trimmedText
          }
          guard text?.count == shortest else { continue }
        }
        sum = sum.adding(amount(row, column) ?? .zero) ?? sum
      }
      guard let stated = amount(total, column) else { continue }
      guard stated == sum else { return false }
      compared = true
    }
    return compared
  }

  private func amount(_ row: Int, _ column: Int) -> ExactDecimal? {
    grid.anchor(row: row, column: column).flatMap {
      ExactDecimal(AmountText.plain(grid.cells[$0].text))
    }
  }

  private func texts(_ column: Int) -> [String] {
    rows.compactMap { row in
      grid.anchor(row: row, column: column).map { grid.cells[$0].text.trimmedText }
        .flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private func labels(_ index: Int) -> [Grid.Cell] {
    rows.compactMap { row in
      grid.anchor(row: row, column: columns[index]).map { grid.cells[$0] }
        .flatMap { $0.isBlank ? nil : $0 }
    }
  }

  /// Whether a label is a total's.
  static func isClosing(_ label: String) -> Bool {
    let text = plain(label)
    return ["合计", "总计", "收入总计", "支出总计", "本年收入合计", "本年支出合计", "收入合计", "支出合计"].contains(text)
  }

  private static func plain(_ label: String) -> String {
    let text = label.unicodeScalars.filter { !$0.isBlankInTables }.map(String.init).joined()
    return text.hasSuffix("：") || text.hasSuffix(":") ? String(text.dropLast()) : text
  }
}
