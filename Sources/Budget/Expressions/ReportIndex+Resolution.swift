extension ReportIndex {
  /// The cells or the fact that a reference names; `subject` is what `$` and bare columns mean.
  public func resolve(
    _ reference: Reference, for subject: CheckSubject? = nil
  ) -> Result<Referent, ResolutionError> {
    var place: (table: Int, listing: Int)?
    if case .row(let table, let listing, _) = subject { place = (table, listing) }
    return prepare(reference, for: place).flatMap { prepared in
      if let fact = prepared.fact { return .success(.fact(fact)) }
      var cells: [CellAddress] = []
      if let error = append(prepared, for: subject, to: &cells) { return .failure(error) }
      return .success(.cells(cells))
    }
  }

  /// Adds the cells that a prepared reference names for `subject`; the reason why not if there is
  /// one. An outside fact has none.
  public func append(
    _ prepared: PreparedReference, for subject: CheckSubject?, to cells: inout [CellAddress]
  ) -> ResolutionError? {
    switch prepared.target {
    case .fact: return nil
    case .constant(let known):
      cells.append(contentsOf: known)
      return nil
    case .ownRow(let table, let listing, let column):
      guard case .row(_, _, let entry) = subject else {
        return append(prepared.reference, table: table, column: column, [], subject, to: &cells)
      }
      let row = report.tables[table].listings[listing].entries[entry].row
      cells.append(CellAddress(table: table, row: row, column: column))
      return nil
    case .cells(let table, let columns, let conditions):
      let reference = prepared.reference
      if columns.count == 1 {
        return append(
          reference, table: table, column: columns[0], conditions[0], subject, to: &cells)
      }
      var found: [[CellAddress]] = []
      var first: ResolutionError?
      for (column, conditions) in zip(columns, conditions) {
        var own: [CellAddress] = []
        let error = append(
          reference, table: table, column: column, conditions, subject, to: &own)
        first = first ?? error
        if error == nil, !own.isEmpty { found.append(own) }
      }
      guard found.count < 2 else { return ambiguousColumn(reference, found) }
      guard let only = found.first else { return first }
      cells.append(contentsOf: only)
      return nil
    }
  }

  private func append(
    _ reference: Reference, table: Int, column: Int, _ conditions: [PreparedReference.Condition],
    _ subject: CheckSubject?, to cells: inout [CellAddress]
  ) -> ResolutionError? {
    let listing = listing(table: table, column: column)
    let entries = entries(table: table, listing: listing)
    switch reference.rows {
    case .unspecified:
      if reference.table == nil, case .row(_, _, let entry) = subject {
        cells.append(CellAddress(table: table, row: entries[entry].row, column: column))
        return nil
      }
      let items = entries.indices.filter { entries[$0].isItem }
      let only = items.isEmpty ? Array(entries.indices) : items
      guard only.count == 1 else { return manyRows(reference, table, only.count) }
      cells.append(CellAddress(table: table, row: entries[only[0]].row, column: column))
    case .key(let name):
      switch entry(named: name, of: reference, table: table, listing: listing, subject) {
      case .failure(let error): return error
      case .success(let entry):
        cells.append(CellAddress(table: table, row: entries[entry].row, column: column))
      }
    case .filtered:
      forEachItem(passing: conditions, table: table, listing: listing, subject) { entry in
        cells.append(CellAddress(table: table, row: entries[entry].row, column: column))
      }
    }
    return nil
  }

  private func entry(
    named name: String, of reference: Reference, table: Int, listing: Int, _ subject: CheckSubject?
  ) -> Result<Int, ResolutionError> {
    guard name.hasPrefix("$") else {
      return entry(called: name, of: reference, table: table, listing: listing)
    }
    switch subject {
    case nil:
      return .failure(ResolutionError(.rowNotSaid, reference, "$ 只能用在逐行或分组的核对里。"))
    case .group(let text):
      return entry(called: text, of: reference, table: table, listing: listing)
    case .row(let ownTable, let ownListing, let own):
      let subjectEntry = entries(table: ownTable, listing: ownListing)[own]
      guard name == "$" else {
        let columns = columnIndices(named: String(name.dropFirst(2)), table: ownTable)
        guard let column = columns.first else {
          return .failure(missingRow(name, reference, table, listing))
        }
        let text = texts(table: ownTable, column: column)[subjectEntry.row]
        return entry(called: text, of: reference, table: table, listing: listing)
      }
      if let exact = report.tables[table].listings[listing].index(ofKey: subjectEntry.key) {
        return .success(exact)
      }
      let byKey = entry(called: subjectEntry.key, of: reference, table: table, listing: listing)
      if case .success = byKey { return byKey }
      let label = RowName.bare(subjectEntry.label)
      let byLabel = entry(called: label, of: reference, table: table, listing: listing)
      guard case .failure(let error) = byLabel, error.reason == .rowMissing else { return byLabel }
      return byKey
    }
  }

  private func entry(
    called name: String, of reference: Reference, table: Int, listing: Int
  ) -> Result<Int, ResolutionError> {
    let found = entries(named: name, table: table, listing: listing)
    switch found.count {
    case 1: return .success(found[0])
    case 0: return .failure(missingRow(name, reference, table, listing))
    default: return .failure(ambiguousRow(name, reference, table, listing, found))
    }
  }
}

extension ReportIndex {
  /// The cell that a reference names, if it names exactly one.
  public func cell(_ reference: Reference) -> CellAddress? {
    guard case .success(.cells(let cells)) = resolve(reference), cells.count == 1 else {
      return nil
    }
    return cells[0]
  }

  /// The cell that an expression names, if it is a reference to exactly one.
  public func cell(_ expression: Expression) -> CellAddress? {
    guard case .reference(let reference) = expression else { return nil }
    return cell(reference)
  }
}
