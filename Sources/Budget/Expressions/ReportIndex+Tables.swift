extension ReportIndex {
  /// The table that a reference selects cells of, if it names one.
  public func table(of reference: Reference) -> Int? {
    guard case .columns(let table, _) = report.formSet.planner.plan(reference).target else {
      return nil
    }
    return table
  }

  /// Whether a reference that is about no row leads to no cell.
  public func isEmptySelection(_ reference: Reference) -> Bool {
    guard case .success(.cells(let cells)) = resolve(reference) else { return false }
    return cells.isEmpty
  }

  /// Whether a reference names a table that is published as one without data.
  public func isOfEmptyTable(_ reference: Reference) -> Bool {
    guard let table = table(of: reference), case .empty = report.tables[table].presence else {
      return false
    }
    return true
  }
}
