import Budget

/// Expressions by their notation: the narratives of a form set bind the same cells in the same words
/// year after year, department by department.
struct ParsedExpressions: Sendable {
  /// What a link says that binds a figure.
  struct Binding: Sendable {
    /// The expression as it was written.
    let notation: String
    /// What it says.
    let expression: Result<Expression, ExpressionSyntaxError>
    /// The same in canonical notation; empty if it says nothing.
    let formula: String
  }

  /// So many are remembered; the narratives of a form set have far fewer, and hostile ones any number.
  private static let limit = 4_096

  private var known: [ExactText: Binding] = [:]

  /// What the destination of a link says, `=` and the notation with percent-encodings.
  mutating func binding(_ destination: String) -> Binding {
    if let binding = known[ExactText(destination)] { return binding }
    let notation = PercentEncoding.decoded(String(Substring(destination.utf8.dropFirst())))
    let expression = Result { () throws(ExpressionSyntaxError) in
      try Expression(parsing: notation)
    }
    let binding = Binding(
      notation: notation, expression: expression,
      formula: (try? expression.get().description) ?? "")
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[ExactText(destination)] = binding
    return binding
  }
}
