/// A planned reference in a report that has what it names, ready to be resolved for many subjects.
///
/// A class, because checks hand it on for every row that they are made for.
public final class PreparedReference {
  /// Where a reference leads in a report.
  public enum Target {
    /// The outside fact with this index.
    case fact(Int)
    /// The same cells for every subject.
    case constant([CellAddress])
    /// A column in the subject's own row, as most sums across a table have it.
    case ownRow(OwnColumn)
    /// Other cells for another subject.
    case bySubject(BySubject)
  }

  /// A column of the rows of a list.
  public struct OwnColumn: Sendable {
    /// The table.
    public let table: Int
    /// The list.
    public let listing: Int
    /// The column.
    public let column: Int
  }

  /// Columns of a table that the report has.
  public struct BySubject {
    let table: Int
    let columns: [ReferencePlan.PlannedColumn]
  }

  /// The reference.
  public let reference: Reference
  /// Where it leads.
  public let target: Target

  init(_ plan: ReferencePlan, _ target: Target) {
    reference = plan.reference
    self.target = target
  }
}
