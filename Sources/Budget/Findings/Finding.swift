/// Something that is wrong, or looks wrong, in the content: what a check or a loader reports.
public struct Finding: Sendable, Hashable {
  /// What a finding means for publication.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Nothing is published while it stands.
    case error
    /// Worth a look; does not hinder publication.
    case warning
    /// A disagreement that the content itself admits in a note which the page shows.
    case acknowledged

    /// Errors before warnings before acknowledged ones.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.order < right.order
    }

    private var order: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .acknowledged: 2
      }
    }
  }

  /// The stable id of the rule that was broken, in English kebab case.
  public let rule: String
  /// What it means for publication.
  public let severity: Severity
  /// Where it is.
  public let position: SourcePosition
  /// How many characters from ``position`` on are meant; at least 1.
  public let length: Int
  /// What is wrong and what to do, in Chinese.
  public let message: String
  /// What the content says, where a figure is concerned.
  public var stated: String?
  /// What it should be by the other side of the check.
  public var expected: String?
  /// `stated - expected`, in the unit of both.
  public var difference: String?
  /// Every value that took part in the check.
  public var contributors: [Contributor]

  /// A finding of `rule` at `position`.
  public init(
    _ rule: Rule, at position: SourcePosition, length: Int = 1, severity: Severity = .error,
    _ message: String, stated: String? = nil, expected: String? = nil, difference: String? = nil,
    contributors: [Contributor] = []
  ) {
    self.init(
      ruleID: rule.rawValue, at: position, length: length, severity: severity, message,
      stated: stated, expected: expected, difference: difference, contributors: contributors)
  }

  /// A finding of a rule that a form set defines, named by its own id.
  public init(
    ruleID: String, at position: SourcePosition, length: Int = 1, severity: Severity = .error,
    _ message: String, stated: String? = nil, expected: String? = nil, difference: String? = nil,
    contributors: [Contributor] = []
  ) {
    rule = ruleID
    self.severity = severity
    self.position = position
    self.length = max(1, length)
    self.message = message.readableMessage
    self.stated = stated
    self.expected = expected
    self.difference = difference
    self.contributors = contributors
  }
}

/// A value that took part in a check.
public struct Contributor: Sendable, Hashable {
  /// Which side of the check it stands on.
  public enum Side: String, Sendable {
    /// Left of the relation.
    case left
    /// Right of the relation.
    case right
  }

  /// Which side of the check it stands on.
  public let side: Side
  /// Whether it is subtracted there.
  public let isSubtracted: Bool
  /// What it is, in the words of the form: `部门支出总体情况表［行政运行］基本支出`.
  public let name: String
  /// The value as the source prints it; empty for a blank cell.
  public let text: String
  /// Where it stands.
  public let position: SourcePosition

  /// A value named `name`, printed as `text`, at `position`.
  public init(
    side: Side, isSubtracted: Bool, name: String, text: String, position: SourcePosition
  ) {
    self.side = side
    self.isSubtracted = isSubtracted
    self.name = name.readableMessage
    self.text = text.readableMessage
    self.position = position
  }
}

extension Sequence<Finding> {
  /// In the order in which people read: by place, then by weight, then by rule.
  @inlinable
  public func inReadingOrder() -> [Finding] {
    sorted {
      ($0.position, $0.severity, $0.rule, $0.message)
        < ($1.position, $1.severity, $1.rule, $1.message)
    }
  }

  /// Whether publication has to stop.
  public var blocksPublication: Bool { contains { $0.severity == .error } }
}
