/// A planned reference in a report that has what it names, ready to be resolved for many subjects.
public struct PreparedReference {
  /// The plan.
  let plan: ReferencePlan
  let target: Target

  enum Target {
    /// The outside fact with this index.
    case fact(Int)
    /// The same cells for every subject.
    case constant([CellAddress])
    /// Other cells for another subject.
    case bySubject(table: Int, [ReferencePlan.PlannedColumn])
  }

  /// The reference.
  public var reference: Reference { plan.reference }

  /// The outside fact that it names, if it names one.
  public var fact: Int? {
    guard case .fact(let index) = target else { return nil }
    return index
  }
}
