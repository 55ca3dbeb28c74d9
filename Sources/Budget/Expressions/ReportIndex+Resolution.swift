extension ReportIndex {
  /// The cells or the fact that a reference names; `subject` is what `$` and bare columns mean.
  public func resolve(
    _ reference: Reference, for subject: CheckSubject? = nil
  ) -> Result<Referent, ResolutionError> {
    var place: (table: Int, listing: Int)?
    if case .row(let table, let listing, _) = subject { place = (table, listing) }
    return prepare(reference, for: place).flatMap { resolve($0, for: subject) }
  }

  /// The cells or the fact that a prepared reference names for `subject`.
  public func resolve(
    _ prepared: PreparedReference, for subject: CheckSubject? = nil
  ) -> Result<Referent, ResolutionError> {
    guard case .cells(let table, let columns, let conditions) = prepared.target else {
      guard case .fact(let index) = prepared.target else { return .success(.cells([])) }
      return .success(.fact(index))
    }
    if columns.count == 1 {
      return cells(
        of: prepared.reference, table: table, column: columns[0], conditions[0], subject
      ).map(Referent.cells)
    }
    let results = columns.indices.map {
      cells(of: prepared.reference, table: table, column: columns[$0], conditions[$0], subject)
    }
    let found = results.compactMap { try? $0.get() }.filter { !$0.isEmpty }
    switch found.count {
    case 1: return .success(.cells(found[0]))
    case 0: return results[0].map(Referent.cells)
    default: return .failure(ambiguousColumn(prepared.reference, found))
    }
  }

  private func cells(
    of reference: Reference, table: Int, column: Int, _ conditions: [PreparedReference.Condition],
    _ subject: CheckSubject?
  ) -> Result<[CellAddress], ResolutionError> {
    let listing = report.tables[table].form.columns[column].listing
    let entries = report.tables[table].listings[listing].entries
    func address(_ entry: Int) -> CellAddress {
      CellAddress(table: table, row: entries[entry].row, column: column)
    }
    switch reference.rows {
    case .unspecified:
      if reference.table == nil, case .row(_, listing, let entry) = subject {
        return .success([address(entry)])
      }
      let items = entries.indices.filter { entries[$0].isItem }
      let only = items.isEmpty ? Array(entries.indices) : items
      guard only.count == 1 else { return .failure(manyRows(reference, table, only.count)) }
      return .success([address(only[0])])
    case .key(let name):
      return entry(named: name, of: reference, table: table, listing: listing, subject)
        .map { [address($0)] }
    case .filtered:
      return .success(
        items(passing: conditions, table: table, listing: listing, subject).map(address))
    }
  }

  private func entry(
    named name: String, of reference: Reference, table: Int, listing: Int, _ subject: CheckSubject?
  ) -> Result<Int, ResolutionError> {
    let names = names(meantBy: name, subject)
    guard let first = names.first else {
      return .failure(
        ResolutionError(.rowNotSaid, reference, "$ 只能用在逐行或分组的核对里。"))
    }
    for name in names {
      let found = entries(named: name, table: table, listing: listing)
      if found.count == 1 { return .success(found[0]) }
      if found.count > 1 { return .failure(ambiguousRow(name, reference, table, listing, found)) }
    }
    return .failure(missingRow(first, reference, table, listing))
  }

  /// What a row's name or a filter's text stands for: itself, or the subject's key and label.
  private func names(meantBy text: String, _ subject: CheckSubject?) -> [String] {
    guard text.hasPrefix("$") else { return [text] }
    switch subject {
    case nil: return []
    case .group(let text): return [text]
    case .row(let table, let listing, let index):
      let entry = report.tables[table].listings[listing].entries[index]
      if text == "$" { return [entry.key, RowName.bare(entry.label)] }
      let columns = columnIndices(named: String(text.dropFirst(2)), table: table)
      return columns.prefix(1).map { texts(table: table, column: $0)[entry.row] }
    }
  }

  /// The indices of the items that pass every condition, in row order.
  func items(
    passing conditions: [PreparedReference.Condition], table: Int, listing: Int,
    _ subject: CheckSubject?
  ) -> [Int] {
    let entries = report.tables[table].listings[listing].entries
    var candidates: [Int]?
    // Equal texts are looked up; whatever else is asked is then tested on those rows alone.
    let lookup = conditions.firstIndex { if case .equals = $0.match { true } else { false } }
    if let lookup, case .equals(let text) = conditions[lookup].match {
      let condition = conditions[lookup]
      let groups = groups(table: table, column: condition.column)
      candidates = []
      for name in texts(meantBy: text, condition, subject) {
        if let found = groups[name] {
          candidates = found
          break
        }
      }
    }
    let rest = conditions.indices.filter { $0 != lookup }
    return (candidates ?? Array(entries.indices)).filter { index in
      entries[index].isItem
        && rest.allSatisfy { passes(conditions[$0], entries[index], table: table, subject) }
    }
  }

  private func texts(
    meantBy text: String, _ condition: PreparedReference.Condition, _ subject: CheckSubject?
  ) -> [String] {
    if let column = condition.subjectColumn, case .row(let table, let listing, let entry) = subject
    {
      let row = report.tables[table].listings[listing].entries[entry].row
      return [texts(table: table, column: column)[row]]
    }
    let names = names(meantBy: text, subject)
    return text.hasPrefix("$") ? names : names + names.map(RowName.bare)
  }

  private func passes(
    _ condition: PreparedReference.Condition, _ entry: Listing.Entry, table: Int,
    _ subject: CheckSubject?
  ) -> Bool {
    switch condition.match {
    case .leaf: return !entry.hasChildren
    case .level(let level): return entry.level == level
    case .equals(let text):
      let own = texts(table: table, column: condition.column)[entry.row]
      return texts(meantBy: text, condition, subject).contains(own)
    case .prefix(let text):
      let own = texts(table: table, column: condition.column)[entry.row]
      return names(meantBy: text, subject).contains { own.hasPrefix($0) }
    }
  }
}

extension Report {
  /// The cells or the fact that a reference names. Many lookups share a ``ReportIndex``.
  public func resolve(_ reference: Reference) -> Result<Referent, ResolutionError> {
    ReportIndex(self).resolve(reference)
  }
}
