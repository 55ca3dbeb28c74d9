/// Something that must hold between figures (勾稽关系), as a form set describes it.
public struct CheckForm: Sendable {
  /// For what the check is made again.
  public enum Domain: Sendable {
    /// Made once.
    case once
    /// For each row of a table, or of one of its lists where `listing` names it by id or title.
    ///
    /// `$` is the row's key, `$.列名` the text of the row's column, and columns of the table may be
    /// named without the table. Written `支出` for all rows with the closing ones, `支出[*]` for the
    /// items alone, `支出[级=3]` for some of them, `财政拨款/支出[级=2]` for one side.
    case rows(table: String, listing: String?, condition: [Filter], includesClosing: Bool)
    /// For each different text in a table's column among the items; `$` is the text. Written
    /// `明细.功能分类代码`.
    case groups(table: String, column: String)
  }

  /// The stable id in English kebab case.
  public let id: String
  /// What must hold, in Chinese, for the page 勾稽核对.
  public let title: String
  /// For what the check is made again.
  public let domain: Domain
  /// The relation that must hold.
  public let relation: Relation
  /// Error, or warning for a soft rule.
  public let severity: Finding.Severity
  /// Where the rule stands.
  public let position: SourcePosition

  /// A check out of its parts.
  public init(
    id: String, title: String, domain: Domain = .once, relation: Relation,
    severity: Finding.Severity = .error, position: SourcePosition
  ) {
    self.id = id
    self.title = title
    self.domain = domain
    self.relation = relation
    self.severity = severity
    self.position = position
  }
}
