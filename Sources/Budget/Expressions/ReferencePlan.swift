/// A reference whose names are looked up in a form set: what it means in every report of the set, so
/// that a report only has to find the rows.
///
/// A class, because checks hand it on for every row that they are made for.
public final class ReferencePlan: Sendable {
  /// The reference.
  public let reference: Reference
  /// Where it leads.
  let target: Target
  /// Whether it means other cells for another subject.
  let dependsOnSubject: Bool

  init(reference: Reference, target: Target) {
    self.reference = reference
    self.target = target
    dependsOnSubject = target.dependsOnSubject
  }

  enum Target: Sendable {
    /// An outside fact, which the report may have.
    case fact
    /// Nowhere in any report.
    case nowhere(ResolutionError)
    /// Columns of a table, which the report may have; more than one where both sides of a statement
    /// have one of that name.
    case columns(table: Int, Result<[PlannedColumn], ResolutionError>)
  }

  struct PlannedColumn: Sendable {
    let listing: Int
    let column: Int
    /// Which rows of the column.
    let rows: Rows
  }

  /// Which rows of a list.
  enum Rows: Sendable {
    /// The only one.
    case only
    /// The subject's own, as most sums across a table have it.
    case own
    /// The one called so.
    case named(WrittenRow)
    /// `$`: the one called as the subject.
    case calledAsSubject
    /// `$.列名`: the one called as a column of the subject's row says; `nil` without such a column.
    case calledAsSubjectColumn(Int?)
    /// All items that pass the conditions.
    case passing(RowConditions)
  }
}

extension ReferencePlan.Target {
  fileprivate var dependsOnSubject: Bool {
    guard case .columns(_, .success(let columns)) = self else { return false }
    return columns.contains { column in
      switch column.rows {
      case .only, .named: false
      case .own, .calledAsSubject, .calledAsSubjectColumn: true
      case .passing(let conditions): conditions.all.contains(where: \.dependsOnSubject)
      }
    }
  }
}

/// A row's name as an expression writes it.
struct WrittenRow: Sendable {
  /// As written.
  let text: String
  /// Without numbering.
  let bare: String
  /// The closing row that it calls, in ``ListingForm/closing``.
  let closing: Int?

  init(_ text: String, in form: ListingForm) {
    let bare = RowName.bare(text)
    self.text = text
    self.bare = bare
    closing = form.closing.firstIndex { $0.bareLabel.hasSameBytes(as: bare) }
  }
}

/// What rows must pass, all of it.
///
/// A class, because checks hand it on for every row that they are made for.
final class RowConditions: Sendable {
  /// The conditions.
  let all: [RowCondition]
  /// The one of them whose rows are found without looking at all others: a text in a column.
  let lookup: (place: Int, column: Int, text: RowCondition.Text)?

  init(_ conditions: [RowCondition]) {
    all = conditions
    lookup =
      conditions.indices.lazy.compactMap { place in
        guard case .equals(let column, let text) = conditions[place].test else { return nil }
        return (place, column, text)
      }.first
  }
}

/// A filter whose column is looked up.
struct RowCondition: Sendable {
  /// What must hold of the row.
  enum Test: Sendable {
    /// The text in the column is this.
    case equals(column: Int, Text)
    /// The text in the column begins with this.
    case prefix(column: Int, Text)
    /// The row stands on this level.
    case level(Int)
    /// The row has no rows below it.
    case leaf
  }

  /// A filter's text.
  enum Text: Sendable {
    /// As written, or without numbering where there is any.
    case written(String, bare: String?)
    /// `$`: the key or the label of the subject.
    case subject
    /// `$.列名`: the text in a column of the subject's row.
    case subjectColumn(Int)
  }

  let test: Test

  var dependsOnSubject: Bool {
    switch test {
    case .equals(_, .written), .prefix(_, .written), .level, .leaf: false
    case .equals, .prefix: true
    }
  }
}
