import Budget

/// All that differs between two versions of what was published.
public struct SiteDifference: Sendable {
  /// What the old version is called.
  let old: String
  /// What the new version is called.
  let new: String
  /// The changes: report by report by path; in each, the report itself, its tables in their order,
  /// the narrative, facts, corrections, charts, checks.
  let changes: [Change]

  /// Whether a published figure came, went or changed.
  public var changesFigures: Bool { changes.contains(where: \.changesFigures) }

  /// The changes of each report, in order.
  var byReport: [(place: Place, changes: ArraySlice<Change>)] {
    var groups: [(place: Place, changes: ArraySlice<Change>)] = []
    var start = 0
    for (index, change) in changes.enumerated()
    where index + 1 == changes.count
      || !changes[index + 1].place.report.hasSameBytes(as: change.place.report)
    {
      groups.append((change.place, changes[start...index]))
      start = index + 1
    }
    return groups
  }
}
