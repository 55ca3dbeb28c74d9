/// Looks up the names of references in the forms of a form set.
struct ReferencePlanner {
  let forms: [Form]
  let tableNames: NameTable

  /// Looks up a reference's table and columns. Where it names no table, `subject` says which list
  /// of which table is meant, and in `$.列名` the list to which the subject's column belongs.
  func plan(
    _ reference: Reference, for subject: (table: Int, listing: Int)? = nil
  ) -> ReferencePlan {
    if reference.isFact { return ReferencePlan(reference: reference, target: .fact) }
    let table: Int
    if let name = reference.table {
      guard let index = tableNames[name].first else {
        return ReferencePlan(reference: reference, target: .nowhere(unknownTable(name)))
      }
      table = index
    } else if let subject {
      table = subject.table
    } else {
      let error = ResolutionError(
        .rowNotSaid,
        "“\(reference.column)”没有写明是哪个表的哪一行，请写成 表[行].\(reference.column)。")
      return ReferencePlan(reference: reference, target: .nowhere(error))
    }
    return ReferencePlan(
      reference: reference,
      target: .columns(table: table, columns(of: reference, table: table, subject)))
  }

  private func columns(
    of reference: Reference, table: Int, _ subject: (table: Int, listing: Int)?
  ) -> Result<[ReferencePlan.PlannedColumn], ResolutionError> {
    let form = forms[table]
    var columns = form.columnNames[reference.column]
    if columns.count > 1, let subject, subject.table == table {
      let own = columns.filter { form.columns[$0].listing == subject.listing }
      if !own.isEmpty { columns = own }
    }
    guard !columns.isEmpty else {
      return .failure(unknownColumn(reference.column, table: table))
    }
    var planned: [ReferencePlan.PlannedColumn] = []
    planned.reserveCapacity(columns.count)
    for column in columns {
      let listing = form.columns[column].listing
      switch rows(of: reference, table: table, listing: listing, subject) {
      case .failure(let error): return .failure(error)
      case .success(let rows):
        planned.append(ReferencePlan.PlannedColumn(listing: listing, column: column, rows: rows))
      }
    }
    return .success(planned)
  }

  private func rows(
    of reference: Reference, table: Int, listing: Int, _ subject: (table: Int, listing: Int)?
  ) -> Result<ReferencePlan.Rows, ResolutionError> {
    switch reference.rows {
    case .unspecified:
      return .success(reference.table == nil ? .own : .only)
    case .key(let name):
      if name.hasSameBytes(as: "$") { return .success(.calledAsSubject) }
      guard name.beginsWithBytes(of: "$.") else {
        return .success(.named(WrittenRow(name, in: forms[table].listings[listing])))
      }
      let column = subject.flatMap {
        forms[$0.table].columnNames[String(name.unicodeScalars.dropFirst(2))].first
      }
      return .success(.calledAsSubjectColumn(column))
    case .filtered(let filters):
      return conditions(filters, in: (table, listing), for: subject)
        .map(ReferencePlan.Rows.passing)
    }
  }

  /// The filters with their columns looked up in one list of a table.
  func conditions(
    _ filters: [Filter], in place: (table: Int, listing: Int),
    for subject: (table: Int, listing: Int)?
  ) -> Result<RowConditions, ResolutionError> {
    var conditions: [RowCondition] = []
    for filter in filters {
      switch condition(filter, in: place, for: subject) {
      case .success(let condition): conditions.append(condition)
      case .failure(let error): return .failure(error)
      }
    }
    return .success(RowConditions(conditions))
  }

  private func condition(
    _ filter: Filter, in place: (table: Int, listing: Int), for subject: (table: Int, listing: Int)?
  ) -> Result<RowCondition, ResolutionError> {
    var column = 0
    if !filter.column.isEmpty {
      let found = self.columns(named: filter.column, in: place)
      guard found.count == 1 else {
        return .failure(unknownColumn(filter.column, table: place.table))
      }
      column = found[0]
    }
    switch filter.match {
    case .level(let level): return .success(RowCondition(test: .level(level)))
    case .leaf: return .success(RowCondition(test: .leaf))
    case .equals(let text):
      return meaning(of: text, subject).map {
        RowCondition(test: .equals(column: column, $0))
      }
    case .prefix(let text):
      return meaning(of: text, subject).map {
        RowCondition(test: .prefix(column: column, $0))
      }
    }
  }

  private func meaning(
    of text: String, _ subject: (table: Int, listing: Int)?
  ) -> Result<RowCondition.Text, ResolutionError> {
    if text.hasSameBytes(as: "$") { return .success(.subject) }
    guard text.beginsWithBytes(of: "$.") else {
      let bare = RowName.bare(text)
      return .success(.written(text, bare: bare.hasSameBytes(as: text) ? nil : bare))
    }
    let name = String(text.unicodeScalars.dropFirst(2))
    let found = subject.map { columns(named: name, in: $0) }
    guard let found, found.count == 1 else {
      return .failure(unknownColumn(name, table: subject?.table))
    }
    return .success(.subjectColumn(found[0]))
  }

  private func columns(named name: String, in place: (table: Int, listing: Int)) -> [Int] {
    let form = forms[place.table]
    return form.columnNames[name].filter { form.columns[$0].listing == place.listing }
  }

  func unknownTable(_ name: String) -> ResolutionError {
    let names = forms.flatMap { $0.aliases + [$0.title, $0.number, $0.id] }
    return ResolutionError(
      .unknownTable, "表样里没有叫“\(name)”的表。", near: name, among: names)
  }

  private func unknownColumn(_ name: String, table: Int?) -> ResolutionError {
    guard let table else {
      return ResolutionError(.rowNotSaid, "$.\(name) 只能用在逐行的核对里。")
    }
    let names = forms[table].columns.filter(\.isShown).flatMap { [$0.title] + $0.aliases }
    return ResolutionError(
      .unknownColumn, "\(forms[table].title)没有叫“\(name)”的列，或者有不止一列。", near: name,
      among: names)
  }
}

extension FormSet {
  /// Looks up names in the set's forms.
  var planner: ReferencePlanner { ReferencePlanner(forms: forms, tableNames: tableNames) }
}
