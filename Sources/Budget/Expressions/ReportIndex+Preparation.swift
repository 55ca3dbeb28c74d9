extension ReportIndex {
  /// Looks up a reference's table and columns. Where it names no table, `subject` says which list
  /// of which table is meant, and in `$.列名` the list to which the subject's column belongs.
  public func prepare(
    _ reference: Reference, for subject: (table: Int, listing: Int)? = nil
  ) -> Result<PreparedReference, ResolutionError> {
    if reference.isFact { return prepareFact(reference) }
    let table: Int
    if let name = reference.table {
      guard let index = tableIndex(named: name) else {
        return .failure(unknownTable(name, reference))
      }
      table = index
    } else if let subject {
      table = subject.table
    } else {
      return .failure(
        ResolutionError(
          .rowNotSaid, reference,
          "“\(reference.column)”没有写明是哪个表的哪一行，请写成 表[行].\(reference.column)。"))
    }
    if case .absent = report.tables[table].presence {
      return .failure(absentTable(table, reference))
    }
    var columns = columnIndices(named: reference.column, table: table)
    if columns.count > 1, let subject, subject.table == table {
      let own = columns.filter { report.tables[table].form.columns[$0].listing == subject.listing }
      if !own.isEmpty { columns = own }
    }
    guard !columns.isEmpty else {
      return .failure(unknownColumn(reference.column, table: table, reference))
    }
    if reference.table == nil, reference.rows == .unspecified, columns.count == 1,
      let subject, subject.listing == listing(table: table, column: columns[0])
    {
      return .success(
        PreparedReference(
          reference: reference,
          target: .ownRow(table: table, listing: subject.listing, column: columns[0])))
    }
    return conditions(of: reference, table: table, columns: columns, subject: subject).flatMap {
      let prepared = PreparedReference(
        reference: reference, target: .cells(table: table, columns: columns, conditions: $0))
      guard !reference.dependsOnSubject else { return .success(prepared) }
      var cells: [CellAddress] = []
      if let error = append(prepared, for: nil, to: &cells) { return .failure(error) }
      return .success(PreparedReference(reference: reference, target: .constant(cells)))
    }
  }

  private func prepareFact(_ reference: Reference) -> Result<PreparedReference, ResolutionError> {
    guard let index = report.facts.firstIndex(where: { $0.name == reference.column }) else {
      let near = NearName.suggestions(for: reference.column, among: report.facts.map(\.name))
      return .failure(
        ResolutionError(
          .factMissing, reference,
          "文外数据里没有“\(reference.column)”。" + NearName.hint(near), candidates: near))
    }
    return .success(PreparedReference(reference: reference, target: .fact(index)))
  }

  /// The filters' columns, for each of `columns` in the list that it belongs to.
  private func conditions(
    of reference: Reference, table: Int, columns: [Int], subject: (table: Int, listing: Int)?
  ) -> Result<[[PreparedReference.Condition]], ResolutionError> {
    guard case .filtered(let filters) = reference.rows else {
      return .success(columns.map { _ in [] })
    }
    var prepared: [[PreparedReference.Condition]] = []
    for column in columns {
      let listing = report.tables[table].form.columns[column].listing
      var conditions: [PreparedReference.Condition] = []
      for filter in filters {
        switch condition(filter, of: reference, table: table, listing: listing, subject: subject) {
        case .success(let condition): conditions.append(condition)
        case .failure(let error): return .failure(error)
        }
      }
      prepared.append(conditions)
    }
    return .success(prepared)
  }

  /// The filter with its column looked up in one list of a table.
  func condition(
    _ filter: Filter, of reference: Reference, table: Int, listing: Int,
    subject: (table: Int, listing: Int)?
  ) -> Result<PreparedReference.Condition, ResolutionError> {
    var column = 0
    if !filter.column.isEmpty {
      let found = columnIndices(named: filter.column, table: table).filter {
        report.tables[table].form.columns[$0].listing == listing
      }
      guard found.count == 1 else {
        return .failure(unknownColumn(filter.column, table: table, reference))
      }
      column = found[0]
    }
    switch filter.match {
    case .level, .leaf:
      return .success(PreparedReference.Condition(column: 0, match: filter.match, text: .none))
    case .equals(let text), .prefix(let text):
      return meaning(of: text, in: reference, subject).map {
        PreparedReference.Condition(column: column, match: filter.match, text: $0)
      }
    }
  }

  private func meaning(
    of text: String, in reference: Reference, _ subject: (table: Int, listing: Int)?
  ) -> Result<PreparedReference.Condition.Text, ResolutionError> {
    guard text.hasPrefix("$") else { return .success(.written([text, RowName.bare(text)])) }
    guard text.hasPrefix("$.") else { return .success(.subject) }
    let name = String(text.dropFirst(2))
    let found = subject.map { subject in
      columnIndices(named: name, table: subject.table).filter {
        listing(table: subject.table, column: $0) == subject.listing
      }
    }
    guard let found, found.count == 1 else {
      return .failure(unknownColumn(name, table: subject?.table, reference))
    }
    return .success(.subjectColumn(found[0]))
  }

  /// The table that a name means.
  public func tableIndex(named name: String) -> Int? {
    report.formSet.tableNames[name].first
  }

  /// The columns of a table that a name means.
  func columnIndices(named name: String, table: Int) -> [Int] {
    report.tables[table].form.columnNames[name]
  }

  func absentTable(_ table: Int, _ reference: Reference) -> ResolutionError {
    ResolutionError(.tableAbsent, reference, "\(report.tables[table].form.title)没有公开，无从核对。")
  }

  func unknownTable(_ name: String, _ reference: Reference) -> ResolutionError {
    let names = report.formSet.forms.flatMap { $0.aliases + [$0.title, $0.number, $0.id] }
    let near = NearName.suggestions(for: name, among: names)
    return ResolutionError(
      .unknownTable, reference, "表样里没有叫“\(name)”的表。" + NearName.hint(near), candidates: near)
  }

  private func unknownColumn(
    _ name: String, table: Int?, _ reference: Reference
  ) -> ResolutionError {
    guard let table else {
      return ResolutionError(.rowNotSaid, reference, "$.\(name) 只能用在逐行的核对里。")
    }
    let form = report.tables[table].form
    let names = form.columns.filter(\.isShown).flatMap { [$0.title] + $0.aliases }
    let near = NearName.suggestions(for: name, among: names)
    return ResolutionError(
      .unknownColumn, reference,
      "\(form.title)没有叫“\(name)”的列，或者有不止一列。" + NearName.hint(near), candidates: near)
  }
}
