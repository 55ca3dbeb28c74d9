import Budget

/// A binding that an unbound figure of the narrative could have.
public struct Proposal: Sendable, Hashable {
  /// The expression in canonical notation.
  public let expression: String
  /// Why it fits, in Chinese.
  public let reason: String
  /// How likely it is meant; the higher the likelier.
  public let score: Int
}

/// An unbound figure with the bindings that it could have.
public struct ProposedBinding: Sendable {
  /// The figure as it appears.
  public let text: String
  /// Where it stands.
  public let position: SourcePosition
  /// Whether a binding can be written around it: not inside code or a link.
  public let isWritable: Bool
  /// The candidates, the likeliest first.
  public let candidates: [Proposal]
  /// The binding that can be written without asking anybody; `nil` if a person has to decide.
  public var onlyAnswer: Proposal?
}

/// A change of a narrative's source: words put in at a place.
public struct SourceInsertion: Sendable, Hashable {
  /// The line in the file, from 1.
  public let line: Int
  /// How many Unicode scalars of the line stand before it.
  public let offset: Int
  /// The words.
  public let text: String
}
