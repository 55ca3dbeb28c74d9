import Budget

/// Which rows of two versions of a table are the same row.
enum RowPairs {
  /// For each new row's place the old one's: rows with the same key; then with the same label (its
  /// code changed); then, between the same neighbours, with the same figures (it was renamed).
  ///
  /// - Parameter columns: for each new column's id the old one's.
  static func pairs(
    _ old: [PublishedRow], _ new: [PublishedRow], columns: [ExactText: String]
  ) -> [Int: Int] {
    var oldOfNew = Matching.pairs(
      old, new,
      keys: [
        ({ Key($1, $1.key) }, { Key($1, $1.key) }),
        ({ Key($1, $1.label) }, { Key($1, $1.label) }),
      ])
    for (after, before) in neighbours(old, new, oldOfNew, columns) { oldOfNew[after] = before }
    return oldOfNew
  }

  private struct Key: Hashable {
    let side: ExactText
    let text: ExactText

    init(_ row: PublishedRow, _ text: String) {
      side = row.side.exact
      self.text = text.exact
    }
  }

  /// How far a renamed row is looked for among those that are left between two neighbours.
  private static let farthest = 100

  /// Rows that are left on both sides between the same paired rows, with the same figures.
  private static func neighbours(
    _ old: [PublishedRow], _ new: [PublishedRow], _ oldOfNew: [Int: Int],
    _ columns: [ExactText: String]
  ) -> [(Int, Int)] {
    let taken = Set(oldOfNew.values)
    var gaps: [Int: [Int]] = [:]
    var before = -1
    for place in old.indices {
      if taken.contains(place) { before = place } else { gaps[before, default: []].append(place) }
    }
    var found: [(Int, Int)] = []
    before = -1
    for place in new.indices {
      if let other = oldOfNew[place] {
        before = other
      } else if let candidates = gaps[before],
        let index = candidates.prefix(farthest).firstIndex(where: {
          old[$0].side.hasSameBytes(as: new[place].side)
            && isSameFigures(old[$0], new[place], columns)
        })
      {
        found.append((place, candidates[index]))
        gaps[before]?.remove(at: index)
      }
    }
    return found
  }

  private static func isSameFigures(
    _ old: PublishedRow, _ new: PublishedRow, _ columns: [ExactText: String]
  ) -> Bool {
    new.cells.allSatisfy { cell in
      columns[cell.column.exact].map { old.cell($0)?.value == cell.value } ?? true
    }
  }
}
