extension ReportIndex {
  /// The cells or the fact that a reference names; one that needs a subject leads nowhere.
  public func resolve(_ reference: Reference) -> Result<Referent, ResolutionError> {
    do throws(ResolutionError) {
      let prepared = try prepare(reference)
      switch prepared.target {
      case .fact(let fact): return .success(.fact(fact))
      case .constant(let cells): return .success(.cells(cells))
      case .ownRow, .bySubject:
        var cells: [CellAddress] = []
        try append(prepared, for: nil, to: &cells)
        return .success(.cells(cells))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Why a planned reference that is about no row leads nowhere in this report; `nil` if it does not.
  public func failure(of plan: ReferencePlan) -> ResolutionError? {
    do throws(ResolutionError) {
      let prepared = try prepare(plan)
      if case .constant = prepared.target { return nil }
      var cells: [CellAddress] = []
      try append(prepared, for: nil, to: &cells)
      return nil
    } catch {
      return error
    }
  }

  /// A plan in this report, with the rows found that are the same for every subject.
  public func prepare(_ plan: ReferencePlan) throws(ResolutionError) -> PreparedReference {
    switch plan.target {
    case .fact:
      return PreparedReference(plan, .fact(try fact(plan.reference)))
    case .nowhere(let error):
      throw error
    case .columns(let table, let columns):
      try requireTable(table)
      let columns = try columns.get()
      if columns.count == 1, case .own = columns[0].rows {
        return PreparedReference(
          plan,
          .ownRow(
            PreparedReference.OwnColumn(
              table: table, listing: columns[0].listing, column: columns[0].column)))
      }
      if plan.dependsOnSubject {
        return PreparedReference(
          plan, .bySubject(PreparedReference.BySubject(table: table, columns: columns)))
      }
      var cells: [CellAddress] = []
      try append(plan.reference, table: table, columns, for: nil, to: &cells)
      return PreparedReference(plan, .constant(cells))
    }
  }

  /// Adds the cells that a prepared reference names for `subject`. An outside fact has none.
  public func append(
    _ prepared: PreparedReference, for subject: CheckSubject?, to cells: inout [CellAddress]
  ) throws(ResolutionError) {
    switch prepared.target {
    case .fact: break
    case .constant(let known): cells.append(contentsOf: known)
    case .ownRow(let own):
      let planned = ReferencePlan.PlannedColumn(
        listing: own.listing, column: own.column, rows: .own)
      try append(prepared.reference, table: own.table, planned, subject, to: &cells)
    case .bySubject(let target):
      try append(prepared.reference, table: target.table, target.columns, for: subject, to: &cells)
    }
  }

  /// The outside fact that a reference names.
  private func fact(_ reference: Reference) throws(ResolutionError) -> Int {
    let index = report.facts.firstIndex { $0.name.hasSameBytes(as: reference.column) }
    if let index { return index }
    guard !report.unreadFacts.contains(reference.column) else {
      throw ResolutionError(.factUnread, "文外数据“\(reference.column)”没有读出来，暂不能核对。")
    }
    throw ResolutionError(
      .factMissing, "文外数据里没有“\(reference.column)”。", near: reference.column,
      among: report.facts.map(\.name))
  }

  func requireTable(_ table: Int) throws(ResolutionError) {
    var title: String { report.tables[table].form.title }
    switch report.tables[table].presence {
    case .filled, .empty: break
    case .absent: throw ResolutionError(.tableAbsent, "\(title)没有公开，无从核对。")
    case .unread: throw ResolutionError(.tableUnread, "\(title)没有读出来，暂不能核对。")
    }
  }

  private func append(
    _ reference: Reference, table: Int, _ columns: [ReferencePlan.PlannedColumn],
    for subject: CheckSubject?, to cells: inout [CellAddress]
  ) throws(ResolutionError) {
    if columns.count == 1 {
      return try append(reference, table: table, columns[0], subject, to: &cells)
    }
    var found: [[CellAddress]] = []
    var first: ResolutionError?
    for column in columns {
      var own: [CellAddress] = []
      do {
        try append(reference, table: table, column, subject, to: &own)
        if !own.isEmpty { found.append(own) }
      } catch {
        first = first ?? error
      }
    }
    guard found.count < 2 else { throw ambiguousColumn(reference, found) }
    if let only = found.first { return cells.append(contentsOf: only) }
    if let first { throw first }
  }

  private func append(
    _ reference: Reference, table: Int, _ column: ReferencePlan.PlannedColumn,
    _ subject: CheckSubject?, to cells: inout [CellAddress]
  ) throws(ResolutionError) {
    let listing = column.listing
    let entry: Int
    switch column.rows {
    case .passing(let conditions):
      forEachItem(passing: conditions, table: table, listing: listing, subject) { entry in
        let row = self.row(ofEntry: entry, table: table, listing: listing)
        cells.append(CellAddress(table: table, row: row, column: column.column))
      }
      return
    case .own:
      if case .row(_, _, let own) = subject,
        own < report.tables[table].listings[listing].entries.count
      {
        entry = own
      } else {
        entry = try onlyEntry(reference, table: table, listing: listing)
      }
    case .only:
      entry = try onlyEntry(reference, table: table, listing: listing)
    case .named(let row):
      entry = try self.entry(called: row, table: table, listing: listing)
    case .calledAsSubject:
      entry = try self.entry(calledAs: subject, table: table, listing: listing)
    case .calledAsSubjectColumn(let own):
      entry = try self.entry(
        calledAs: subject, column: own, of: reference, table: table, listing: listing)
    }
    let row = self.row(ofEntry: entry, table: table, listing: listing)
    cells.append(CellAddress(table: table, row: row, column: column.column))
  }

  /// The only row of a list.
  private func onlyEntry(
    _ reference: Reference, table: Int, listing: Int
  ) throws(ResolutionError) -> Int {
    let entries = report.tables[table].listings[listing].entries
    let items = entries.indices.filter { entries[$0].isItem }
    let only = items.isEmpty ? Array(entries.indices) : items
    guard only.count == 1 else { throw manyRows(reference, table, only.count) }
    return only[0]
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
