/// Why a reference does not lead to cells.
public struct ResolutionError: Error, Sendable {
  /// The kinds of reasons.
  public enum Reason: Sendable, Hashable {
    /// The table is listed but missing from the disclosure.
    case tableAbsent
    /// The table is there and could not be read, which an error says.
    case tableUnread
    /// The table has no such row.
    case rowMissing
    /// No such fact is declared.
    case factMissing
    /// The fact is declared and could not be read, which an error says.
    case factUnread
    /// The form set has no such table.
    case unknownTable
    /// The form has no such column.
    case unknownColumn
    /// The name fits more than one row or column.
    case ambiguous
    /// The reference leaves the row open, and nothing says which is meant.
    case rowNotSaid
  }

  /// The kind of reason.
  public let reason: Reason
  /// What is wrong.
  private let problem: String
  /// What was called by no name, and the names that there are. Those near to it are looked for only
  /// when somebody is told: most often nobody is.
  private let unknown: (name: String, known: [String])?

  /// A reason why a reference leads nowhere.
  init(_ reason: Reason, _ problem: String) {
    self.reason = reason
    self.problem = problem
    unknown = nil
  }

  /// A reason why a reference leads nowhere: nothing is called `name`.
  init(_ reason: Reason, _ problem: String, near name: String, among names: [String]) {
    self.reason = reason
    self.problem = problem
    unknown = (name, names)
  }

  /// What is wrong and what to write instead, in Chinese.
  public var message: String {
    guard let unknown else { return problem }
    let near = NearNames.nearest(to: unknown.name, among: unknown.known)
    return near.isEmpty ? problem : problem + "是否指“\(near.joined(separator: "”或“"))”？"
  }

  /// Whether the report lacks something, rather than the reference being wrong.
  public var isMissingInput: Bool {
    switch reason {
    case .tableAbsent, .tableUnread, .rowMissing, .factMissing, .factUnread: true
    case .unknownTable, .unknownColumn, .ambiguous, .rowNotSaid: false
    }
  }
}
