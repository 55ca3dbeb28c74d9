/// What a check is about while it is made: what `$` means.
public enum CheckSubject: Sendable, Hashable {
  /// A row: the entry with this index of a table's list.
  case row(table: Int, listing: Int, entry: Int)
  /// A text that rows have in common.
  case group(String)
}

/// What a reference leads to.
public enum Referent: Sendable, Hashable {
  /// Cells; none where no row passes the filters.
  case cells([CellAddress])
  /// The outside fact with this index in ``Report/facts``.
  case fact(Int)

  /// The cells; none for a fact.
  public var cells: [CellAddress] {
    guard case .cells(let cells) = self else { return [] }
    return cells
  }
}
