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

/// A reference whose table and column are looked up, ready to be resolved for many subjects.
public struct PreparedReference: Sendable {
  /// The reference.
  public let reference: Reference
  /// Where it leads.
  let target: Target

  enum Target: Sendable {
    /// The outside fact with this index.
    case fact(Int)
    /// Columns of a table; more than one where both sides of a statement have one of that name.
    case cells(table: Int, columns: [Int], conditions: [[Condition]])
  }

  /// A filter whose column is looked up.
  struct Condition: Sendable {
    let column: Int
    let match: Filter.Match
    /// The column of the subject that `$.列名` names.
    let subjectColumn: Int?
  }
}
