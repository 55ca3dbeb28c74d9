extension ReportIndex {
  /// For what a check is made again in this report: `nil` for a check that is made once.
  public func subjects(of domain: CheckPlan.Domain) throws(ResolutionError) -> [CheckSubject?] {
    switch domain {
    case .once: return [nil]
    case .groups(let plan): return try groupTexts(of: plan).map(CheckSubject.group)
    case .rows(let plan): return try rows(plan)
    }
  }

  private func rows(_ plan: RowsPlan) throws(ResolutionError) -> [CheckSubject?] {
    let table = try plan.table.get()
    try requireTable(table)
    let (listing, conditions) = try plan.list.get()
    var subjects: [CheckSubject?] = []
    let entries = report.tables[table].listings[listing].entries
    subjects.reserveCapacity(entries.count)
    if plan.includesClosing {
      for entry in entries.indices where entries[entry].role != .heading {
        subjects.append(.row(table: table, listing: listing, entry: entry))
      }
    } else {
      forEachItem(passing: conditions, table: table, listing: listing, nil) {
        subjects.append(.row(table: table, listing: listing, entry: $0))
      }
    }
    return subjects
  }

  /// The different texts of a planned reference's column among the items, in row order.
  private func groupTexts(of plan: ReferencePlan) throws(ResolutionError) -> [String] {
    guard case .constant(let cells) = try prepare(plan).target, let first = cells.first else {
      return []
    }
    let (table, column) = (first.table, first.column)
    let texts = texts(table: table, column: column)
    let groups = groups(table: table, column: column)
    let entries = report.tables[table].listing(ofColumn: column).entries
    return entries.indices.compactMap { index in
      guard entries[index].isItem else { return nil }
      let text = texts[entries[index].row]
      return groups.first(text) == index ? text : nil
    }
  }
}
