extension ReportIndex {
  /// Visits the items that pass every condition, in row order.
  ///
  /// Equal texts are looked up; whatever else is asked is then tested on those rows alone.
  func forEachItem(
    passing conditions: RowConditions, table: Int, listing: Int, _ subject: CheckSubject?,
    _ visit: (Int) -> Void
  ) {
    if let lookup = conditions.lookup {
      let groups = groups(table: table, column: lookup.column)
      var item = first(of: lookup.text, in: groups, subject)
      while let entry = item {
        if passes(conditions, except: lookup.place, entry, table: table, listing: listing, subject)
        {
          visit(entry)
        }
        item = groups.next(after: entry)
      }
      return
    }
    for entry in report.tables[table].listings[listing].entries.indices
    where report.tables[table].listings[listing].entries[entry].isItem
      && passes(conditions, except: nil, entry, table: table, listing: listing, subject)
    {
      visit(entry)
    }
  }

  /// The first item whose text a condition asks for.
  private func first(
    of text: RowCondition.Text, in groups: TextGroups, _ subject: CheckSubject?
  ) -> Int? {
    switch text {
    case .written(let text, let bare):
      return groups.first(text) ?? bare.flatMap(groups.first)
    case .subjectColumn(let column):
      return self.text(ofSubject: subject, column: column).flatMap(groups.first)
    case .subject:
      switch subject {
      case nil: return nil
      case .group(let text): return groups.first(text)
      case .row(let table, let listing, let entry):
        let key = report.tables[table].listings[listing].entries[entry].key
        if let found = groups.first(key) { return found }
        return groups.first(
          RowName.bare(report.tables[table].listings[listing].entries[entry].label))
      }
    }
  }

  private func passes(
    _ conditions: RowConditions, except looked: Int?, _ entry: Int, table: Int, listing: Int,
    _ subject: CheckSubject?
  ) -> Bool {
    for place in conditions.all.indices where place != looked {
      switch conditions.all[place].test {
      case .leaf:
        if report.tables[table].listings[listing].entries[entry].hasChildren { return false }
      case .level(let level):
        if report.tables[table].listings[listing].entries[entry].level != level { return false }
      case .equals(let column, let text):
        let row = row(ofEntry: entry, table: table, listing: listing)
        let own = texts(table: table, column: column)[row]
        guard accepts(text, subject, { own.hasSameBytes(as: $0) }) else { return false }
      case .prefix(let column, let text):
        let row = row(ofEntry: entry, table: table, listing: listing)
        let own = texts(table: table, column: column)[row]
        guard accepts(text, subject, { own.beginsWithBytes(of: $0) }) else { return false }
      }
    }
    return true
  }

  /// Whether `fits` holds for one of the texts that a condition may mean.
  private func accepts(
    _ text: RowCondition.Text, _ subject: CheckSubject?, _ fits: (String) -> Bool
  ) -> Bool {
    switch text {
    case .written(let text, let bare): return fits(text) || bare.map(fits) ?? false
    case .subjectColumn(let column):
      return self.text(ofSubject: subject, column: column).map(fits) ?? false
    case .subject:
      switch subject {
      case nil: return false
      case .group(let text): return fits(text)
      case .row(let table, let listing, let entry):
        let own = report.tables[table].listings[listing].entries[entry]
        return fits(own.key) || fits(RowName.bare(own.label))
      }
    }
  }

  private func text(ofSubject subject: CheckSubject?, column: Int) -> String? {
    guard case .row(let table, let listing, let entry) = subject else { return nil }
    let row = row(ofEntry: entry, table: table, listing: listing)
    return texts(table: table, column: column)[row]
  }
}
