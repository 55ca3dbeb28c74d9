/// A rule that the tool itself knows, with a stable id that messages carry.
///
/// Each module declares its own rules in an extension and lists them, so that the reference of all
/// rules and the corpus of invalid content can be checked to be complete.
public struct Rule: Sendable, Hashable {
  /// The id in English kebab case; never changed once published.
  public let rawValue: String
  /// What the rule asks for, in Chinese, in one line.
  public let meaning: String

  /// A rule.
  public init(_ id: String, _ meaning: String) {
    rawValue = id
    self.meaning = meaning
  }
}
