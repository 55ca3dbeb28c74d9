extension ReportIndex {
  /// The list of a table that a check is made for.
  public func list(
    named name: String?, ofTable tableName: String, for reference: Reference
  ) -> Result<(table: Int, listing: Int), ResolutionError> {
    guard let table = tableIndex(named: tableName) else {
      return .failure(unknownTable(tableName, reference))
    }
    let form = report.tables[table].form
    if case .absent = report.tables[table].presence {
      return .failure(absentTable(table, reference))
    }
    guard let name else {
      guard form.listings.count == 1 else {
        return .failure(
          ResolutionError(
            .ambiguous, reference,
            "\(form.title)有两栏，请写明是哪一栏，例如 \(tableName)/\(form.listings[0].id)。",
            candidates: form.listings.map(\.id)))
      }
      return .success((table, 0))
    }
    guard let listing = form.listings.firstIndex(where: { $0.id == name || $0.title == name })
    else {
      return .failure(
        ResolutionError(
          .unknownColumn, reference, "\(form.title)没有叫“\(name)”的栏。",
          candidates: form.listings.map(\.id)))
    }
    return .success((table, listing))
  }

  /// The items of a list that pass filters.
  public func entries(
    passing filters: [Filter], of reference: Reference, in place: (table: Int, listing: Int)
  ) -> Result<[Int], ResolutionError> {
    var conditions: [PreparedReference.Condition] = []
    for filter in filters {
      switch condition(
        filter, of: reference, table: place.table, listing: place.listing, subject: nil)
      {
      case .success(let condition): conditions.append(condition)
      case .failure(let error): return .failure(error)
      }
    }
    var items: [Int] = []
    forEachItem(passing: conditions, table: place.table, listing: place.listing, nil) {
      items.append($0)
    }
    return .success(items)
  }

  /// The different texts of a prepared reference's column among the items, in row order.
  public func groupTexts(of prepared: PreparedReference) -> [String] {
    guard case .constant(let cells) = prepared.target, let first = cells.first else { return [] }
    let (table, column) = (first.table, first.column)
    let texts = texts(table: table, column: column)
    var seen: Set<ExactText> = []
    return report.tables[table].listing(ofColumn: column).entries.compactMap { entry in
      let text = texts[entry.row]
      return entry.isItem && seen.insert(ExactText(text)).inserted ? text : nil
    }
  }
}
