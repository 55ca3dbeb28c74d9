/// Why a reference does not lead to cells.
public struct ResolutionError: Error, Sendable, Hashable {
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
  /// What was looked up.
  public let reference: Reference
  /// What is wrong.
  private let problem: String
  private let names: Names

  /// The names that are worth a mention.
  private enum Names: Hashable {
    /// The fitting ones.
    case fitting([String])
    /// Those near to a name, looked for only when somebody is told: most often nobody is.
    case near(String, among: [String])
  }

  /// A reason why `reference` leads nowhere, and names that would fit, which `message` has already.
  init(
    _ reason: Reason, _ reference: Reference, _ message: String, candidates: [String] = []
  ) {
    self.reason = reason
    self.reference = reference
    problem = message
    names = .fitting(candidates)
  }

  /// A reason why `reference` leads nowhere: nothing is called `name`.
  init(
    _ reason: Reason, _ reference: Reference, _ problem: String, near name: String,
    among names: [String]
  ) {
    self.reason = reason
    self.reference = reference
    self.problem = problem
    self.names = .near(name, among: names)
  }

  /// What is wrong and what to write instead, in Chinese.
  public var message: String {
    switch names {
    case .fitting: problem
    case .near: problem + NearName.hint(candidates)
    }
  }

  /// Names that would fit, or are near.
  public var candidates: [String] {
    switch names {
    case .fitting(let names): names
    case .near(let name, let names): NearName.suggestions(for: name, among: names)
    }
  }

  /// Whether the report lacks something, rather than the reference being wrong.
  public var isMissingInput: Bool {
    switch reason {
    case .tableAbsent, .tableUnread, .rowMissing, .factMissing, .factUnread: true
    case .unknownTable, .unknownColumn, .ambiguous, .rowNotSaid: false
    }
  }
}

/// Finds names near to a mistyped one.
enum NearName {
  /// Up to three of `names`, the nearest first.
  static func suggestions(for name: String, among names: [String]) -> [String] {
    let folded = FoldedName(name)
    let wanted = folded.scalars
    let limit = max(1, wanted.count / 3)
    var seen: Set<ExactText> = []
    let scored = names.filter { seen.insert(ExactText($0)).inserted }.compactMap {
      candidate -> (distance: Int, name: String)? in
      guard !candidate.isEmpty else { return nil }
      let other = FoldedName(candidate)
      guard !folded.isAnotherTable(than: other) else { return nil }
      if candidate.containsBytes(of: name) || name.containsBytes(of: candidate) {
        return (1, candidate)
      }
      let known = other.scalars
      guard abs(known.count - wanted.count) <= limit else { return nil }
      let distance = EditDistance.between(wanted, known)
      return distance <= limit ? (distance, candidate) : nil
    }
    // Nothing else is meant by a name that is only written in another way.
    let same = scored.filter { $0.distance == 0 }
    return (same.isEmpty ? scored : same).sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  /// `是否指 …？`, or nothing.
  static func hint(_ suggestions: [String]) -> String {
    suggestions.isEmpty ? "" : "是否指“\(suggestions.joined(separator: "”或“"))”？"
  }
}
