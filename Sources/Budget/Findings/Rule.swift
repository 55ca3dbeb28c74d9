/// A rule that the tool itself knows, with a stable id that messages carry.
///
/// Each module declares its own rules in an extension and lists them, so that the reference of all
/// rules (docs/rules.md, which says what each asks for) and the corpus of invalid content can be
/// checked to be complete.
public struct Rule: Sendable, Hashable {
  /// The id in English kebab case; never changed once published.
  public let rawValue: String

  /// The rule with an id.
  public init(_ id: String) {
    rawValue = id
  }
}
