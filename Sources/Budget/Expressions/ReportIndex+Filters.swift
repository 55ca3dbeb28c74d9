extension ReportIndex {
  /// Visits the items that pass every condition, in row order.
  ///
  /// Equal texts are looked up; whatever else is asked is then tested on those rows alone.
  func forEachItem(
    passing conditions: [PreparedReference.Condition], table: Int, listing: Int,
    _ subject: CheckSubject?, _ visit: (Int) -> Void
  ) {
    let entries = entries(table: table, listing: listing)
    if conditions.count == 1, case .equals = conditions[0].match {
      for index in group(of: conditions[0], table: table, subject) { visit(index) }
      return
    }
    let accepted = conditions.map { names(of: $0, subject) }
    for (place, condition) in conditions.enumerated() {
      guard case .equals = condition.match else { continue }
      for index in group(of: condition, table: table, subject)
      where passes(conditions, accepted, except: place, entries[index], table: table) {
        visit(index)
      }
      return
    }
    for index in entries.indices
    where entries[index].isItem
      && passes(conditions, accepted, except: nil, entries[index], table: table)
    {
      visit(index)
    }
  }

  /// The items whose text a condition asks for.
  private func group(
    of condition: PreparedReference.Condition, table: Int, _ subject: CheckSubject?
  ) -> [Int] {
    let groups = groups(table: table, column: condition.column)
    switch condition.text {
    case .none: return []
    case .written(let texts):
      for text in texts {
        if let group = groups[ExactText(text)] { return group }
      }
      return []
    case .subjectColumn(let column):
      guard case .row(let table, let listing, let entry) = subject else { return [] }
      let row = entries(table: table, listing: listing)[entry].row
      return groups[ExactText(texts(table: table, column: column)[row])] ?? []
    case .subject:
      switch subject {
      case nil: return []
      case .group(let text): return groups[ExactText(text)] ?? []
      case .row(let table, let listing, let index):
        let entry = entries(table: table, listing: listing)[index]
        return groups[ExactText(entry.key)] ?? groups[ExactText(RowName.bare(entry.label))] ?? []
      }
    }
  }

  private func passes(
    _ conditions: [PreparedReference.Condition], _ accepted: [[String]], except looked: Int?,
    _ entry: Listing.Entry, table: Int
  ) -> Bool {
    for (place, condition) in conditions.enumerated() where place != looked {
      switch condition.match {
      case .leaf:
        guard !entry.hasChildren else { return false }
      case .level(let level):
        guard entry.level == level else { return false }
      case .equals:
        let own = texts(table: table, column: condition.column)[entry.row]
        guard accepted[place].contains(where: { own.hasSameBytes(as: $0) }) else {
          return false
        }
      case .prefix:
        let own = texts(table: table, column: condition.column)[entry.row]
        guard accepted[place].contains(where: { own.beginsWithBytes(of: $0) }) else {
          return false
        }
      }
    }
    return true
  }

  /// The texts that a condition accepts, or of which it accepts the beginning.
  private func names(
    of condition: PreparedReference.Condition, _ subject: CheckSubject?
  ) -> [String] {
    switch condition.text {
    case .none: return []
    case .written(let texts): return texts
    case .subjectColumn(let column):
      guard case .row(let table, let listing, let entry) = subject else { return [] }
      let row = entries(table: table, listing: listing)[entry].row
      return [texts(table: table, column: column)[row]]
    case .subject:
      switch subject {
      case nil: return []
      case .group(let text): return [text]
      case .row(let table, let listing, let index):
        let entry = entries(table: table, listing: listing)[index]
        return [entry.key, RowName.bare(entry.label)]
      }
    }
  }
}
