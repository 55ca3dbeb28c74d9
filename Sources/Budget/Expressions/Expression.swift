/// A computation over the figures of a report: what a bound figure, a check or a chart refers to.
public indirect enum Expression: Sendable, Hashable {
  /// A number written in the expression, and what it counts if it says so: `5万元`, `5%`, `5`.
  case number(ExactDecimal, PrintedFigure.Measure?)
  /// A cell, or an outside fact.
  case reference(Reference)
  /// The sum of all cells that a reference selects.
  case sum(Reference)
  /// An arithmetic operation.
  case operation(Operator, Expression, Expression)
  /// The negative.
  case negation(Expression)

  /// An arithmetic operator.
  public enum Operator: Character, Sendable {
    /// `+`
    case plus = "+"
    /// `-`
    case minus = "-"
    /// `*`
    case times = "*"
    /// `/`
    case dividedBy = "/"
  }
}

extension Expression {
  /// Whether it names a cell or an outside fact anywhere; else it is only numbers.
  public var namesSource: Bool {
    switch self {
    case .number: false
    case .reference, .sum: true
    case .operation(_, let left, let right): left.namesSource || right.namesSource
    case .negation(let inner): inner.namesSource
    }
  }

  /// What its sums select, in its order.
  public var sums: [Reference] {
    switch self {
    case .number, .reference: []
    case .sum(let reference): [reference]
    case .operation(_, let left, let right): left.sums + right.sums
    case .negation(let inner): inner.sums
    }
  }
}

/// Names cells: a table, rows of it, and a column; or an outside fact.
public struct Reference: Sendable, Hashable {
  /// The table that holds outside facts (`facts.yml`).
  public static let factsTable = "文外"

  /// The table's id, number, title or alias; `nil` for the row that a check is about.
  public let table: String?
  /// Which rows.
  public let rows: Rows
  /// The column's id, title, heading path or alias; for an outside fact its name.
  public let column: String

  /// Which rows a reference selects.
  public enum Rows: Sendable, Hashable {
    /// Not said: the only row of a wide table, or the row that a check is about.
    case unspecified
    /// The row with this key or label; `$` is the key that a check is about.
    case key(String)
    /// All rows that pass every filter; without any, all rows but the closing ones.
    case filtered([Filter])
  }

  /// A reference out of its parts.
  public init(table: String?, rows: Rows, column: String) {
    self.table = table
    self.rows = rows
    self.column = column
  }

  /// Whether it names an outside fact.
  public var isFact: Bool { table?.hasSameBytes(as: Self.factsTable) ?? false }
}

/// A condition on a row: what a column's text must be.
public struct Filter: Sendable, Hashable {
  /// How the text is compared.
  public enum Match: Sendable, Hashable {
    /// Equal to the text; `$` is the key that a check is about.
    case equals(String)
    /// Beginning with the text: `201*`.
    case prefix(String)
    /// The row stands on this level: `级=3`.
    case level(Int)
    /// The row has no rows below it: `末级`.
    case leaf
  }

  /// The column's id, title or alias; empty for the conditions on the level.
  public let column: String
  /// How the text is compared.
  public let match: Match

  /// A condition out of its parts.
  init(column: String, match: Match) {
    self.column = column
    self.match = match
  }
}

/// Two computations and what must hold between them.
public struct Relation: Sendable, Hashable {
  /// What must hold.
  public enum Comparison: String, Sendable {
    /// `=`: the same, within what rounding of either side explains.
    case equal = "="
    /// `<=` or `≤`
    case atMost = "≤"
    /// `>=` or `≥`
    case atLeast = "≥"
  }

  /// The left side.
  public let left: Expression
  /// What must hold.
  public let comparison: Comparison
  /// The right side.
  public let right: Expression

  /// A relation out of its parts.
  public init(_ left: Expression, _ comparison: Comparison, _ right: Expression) {
    self.left = left
    self.comparison = comparison
    self.right = right
  }
}
