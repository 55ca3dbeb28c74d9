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
///
/// A class, because checks hand it on for every row that they are made for.
public final class PreparedReference: Sendable {
  /// The reference.
  public let reference: Reference
  /// Where it leads.
  let target: Target

  init(reference: Reference, target: Target) {
    self.reference = reference
    self.target = target
  }

  enum Target: Sendable {
    /// The outside fact with this index.
    case fact(Int)
    /// The same cells for every subject.
    case constant([CellAddress])
    /// A column in the subject's own row, as most sums across a table have it.
    case ownRow(table: Int, listing: Int, column: Int)
    /// Columns of a table; more than one where both sides of a statement have one of that name.
    case cells(table: Int, columns: [Int], conditions: [[Condition]])
  }

  /// A filter whose column is looked up.
  struct Condition: Sendable {
    let column: Int
    let match: Filter.Match
    /// What `$` in the filter means.
    let text: Text

    /// A filter's text.
    enum Text: Sendable {
      /// As written, and without numbering.
      case written([String])
      /// `$`: the key or the label of the subject.
      case subject
      /// `$.列名`: the text in a column of the subject's row.
      case subjectColumn(Int)
      /// None: a condition on the level.
      case none
    }
  }

  /// The outside fact that it names, if it names one.
  public var fact: Int? {
    guard case .fact(let index) = target else { return nil }
    return index
  }
}

extension Reference {
  /// Whether it means other cells for another subject.
  var dependsOnSubject: Bool {
    switch rows {
    case .unspecified: table == nil
    case .key(let key): key.hasPrefix("$")
    case .filtered(let filters):
      filters.contains { filter in
        switch filter.match {
        case .equals(let text), .prefix(let text): text.hasPrefix("$")
        case .level, .leaf: false
        }
      }
    }
  }
}
