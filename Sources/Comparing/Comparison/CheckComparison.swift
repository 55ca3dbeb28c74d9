import Budget

/// Compares the checks of two versions of a report.
struct CheckComparison {
  let old: [PublishedCheck]
  let new: [PublishedCheck]
  let place: Place
  let oldNames: CellNames

  /// Checks whose state changed, kinds of checks that came or went. That a row has checks of its own
  /// goes without saying; one that does not hold is named.
  func changes() -> [Change] {
    let pairs = pairs()
    let kept = Set(pairs.values)
    var changes: [Change] = []
    var told: Set<ExactText> = []
    let oldTitles = Set(old.map { oldNames.renamed($0.title).exact })
    let newTitles = Set(new.map(\.title.exact))
    for (index, check) in new.enumerated() {
      if let before = pairs[index].map({ old[$0] }) {
        let earlier = oldNames.renamed(before.title)
        if !earlier.hasSameBytes(as: check.title), told.insert(check.title.exact).inserted {
          changes.append(
            change(.checkChanged, check.title, before.title, check.title).about("名称"))
        }
        if before.state != check.state {
          changes.append(
            change(.checkChanged, check.name, before.state.title, check.state.title))
        }
      } else if !oldTitles.contains(check.title.exact) {
        if told.insert(check.title.exact).inserted {
          changes.append(change(.checkAdded, check.title, nil, check.state.title))
        }
      } else if check.state != .consistent {
        changes.append(change(.checkAdded, check.name, nil, check.state.title))
      }
    }
    for (index, check) in old.enumerated() where !kept.contains(index) {
      let isWhole = !newTitles.contains(oldNames.renamed(check.title).exact)
      guard isWhole ? told.insert(check.title.exact).inserted : check.state != .consistent else {
        continue
      }
      changes.append(
        change(.checkRemoved, isWhole ? check.title : check.name, check.state.title, nil))
    }
    return changes
  }

  private func change(
    _ kind: Change.Kind, _ name: String, _ old: String?, _ new: String?
  ) -> Change {
    var place = place
    place.item = name
    return Change(kind, place, old: old, new: new)
  }

  private struct Key: Hashable {
    let title: ExactText
    let subject: ExactText
    let left: [CellName]
    let ordinal: Int
  }

  /// For each new check the old one: with the same words; else of the same kind for the same cells;
  /// else of another name for the same cells.
  private func pairs() -> [Int: Int] {
    let before = old.map { check in (check, oldNames.renamed(check.title)) }
    func byWords(_ check: PublishedCheck, _ title: String) -> Key {
      Key(title: title.exact, subject: check.subject.exact, left: [], ordinal: 0)
    }
    func byCells(_ title: String, _ left: [CellName]) -> Key? {
      left.isEmpty ? nil : Key(title: title.exact, subject: "".exact, left: left, ordinal: 0)
    }
    let oldWords = numbered(before.map { byWords($0, $1) })
    let newWords = numbered(new.map { byWords($0, $0.title) })
    let oldCells = numbered(before.map { byCells($1, $0.left) })
    let newCells = numbered(new.map { byCells($0.title, $0.left.map { oldNames[$0] }) })
    let oldSides = numbered(before.map { byCells("", $0.0.left + $0.0.right) })
    let newSides = numbered(new.map { byCells("", ($0.left + $0.right).map { oldNames[$0] }) })
    return Matching.pairs(
      old, new,
      keys: [
        ({ place, _ in oldWords[place] }, { place, _ in newWords[place] }),
        ({ place, _ in oldCells[place] }, { place, _ in newCells[place] }),
        ({ place, _ in oldSides[place] }, { place, _ in newSides[place] }),
      ])
  }

  /// The keys, told apart by how often each came before.
  private func numbered(_ keys: [Key?]) -> [Key?] {
    var counts: [Key: Int] = [:]
    return keys.map { key in
      guard let key else { return nil }
      let count = counts[key, default: 0]
      counts[key] = count + 1
      return Key(title: key.title, subject: key.subject, left: key.left, ordinal: count)
    }
  }
}
