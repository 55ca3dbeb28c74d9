import Budget

/// Expressions by their notation: the narratives of a form set bind the same cells in the same words
/// year after year, department by department.
struct ParsedExpressions: Sendable {
  /// So many are remembered; the narratives of a form set have far fewer, and hostile ones any number.
  private static let limit = 4_096

  private var known: [ExactText: Expression] = [:]

  /// The expression that `notation` says.
  mutating func expression(_ notation: String) throws(ExpressionSyntaxError) -> Expression {
    if let expression = known[ExactText(notation)] { return expression }
    let expression = try Expression(parsing: notation)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[ExactText(notation)] = expression
    return expression
  }
}
