/// Which rows of two versions of a table are the same row.
enum RowPairs {
  /// For each new row's place the old one's: rows with the same key; then with the same label (its
  /// code changed); then, between the same neighbours, with the same figures (it was renamed).
  ///
  /// - Parameter columns: for each new column's id the old one's.
  static func pairs(
    _ old: [PublishedRow], _ new: [PublishedRow], columns: [String: String]
  ) -> [Int: Int] {
    var oldOfNew = Matching.pairs(
      old, new,
      keys: [
        ({ Key(side: $1.side, text: $1.key) }, { Key(side: $1.side, text: $1.key) }),
        ({ Key(side: $1.side, text: $1.label) }, { Key(side: $1.side, text: $1.label) }),
      ])
    for (after, before) in neighbours(old, new, oldOfNew)
    where isSameFigures(old[before], new[after], columns) { oldOfNew[after] = before }
    return oldOfNew
  }

  private struct Key: Hashable {
    let side: String
    let text: String
  }

  /// Rows that are left, where as many are left on both sides between the same paired rows; and
  /// those with the same figures elsewhere in such a gap.
  private static func neighbours(
    _ old: [PublishedRow], _ new: [PublishedRow], _ oldOfNew: [Int: Int]
  ) -> [(Int, Int)] {
    let taken = Set(oldOfNew.values)
    var gaps: [Int: [Int]] = [:]
    var before = -1
    for place in old.indices {
      if taken.contains(place) { before = place } else { gaps[before, default: []].append(place) }
    }
    var found: [(Int, Int)] = []
    before = -1
    var rest: [Int: [Int]] = gaps
    for place in new.indices {
      if let other = oldOfNew[place] {
        before = other
      } else if let candidates = rest[before],
        let index = candidates.firstIndex(where: {
          old[$0].side == new[place].side && shared(old[$0], new[place]) > 0
        }) ?? candidates.firstIndex(where: { old[$0].side == new[place].side })
      {
        found.append((place, candidates[index]))
        rest[before]?.remove(at: index)
      }
    }
    return found
  }

  /// How many amounts are the same in both rows.
  private static func shared(_ old: PublishedRow, _ new: PublishedRow) -> Int {
    new.cells.count { cell in cell.value != nil && old.cell(cell.column)?.value == cell.value }
  }

  private static func isSameFigures(
    _ old: PublishedRow, _ new: PublishedRow, _ columns: [String: String]
  ) -> Bool {
    new.cells.allSatisfy { cell in
      columns[cell.column].map { old.cell($0)?.value == cell.value } ?? true
    }
  }
}
