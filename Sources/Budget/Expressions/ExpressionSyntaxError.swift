/// Why a text is not an expression.
public struct ExpressionSyntaxError: Error, Sendable, Hashable {
  /// How many Unicode scalars of the text stand before the mistake.
  public let offset: Int
  /// What is wrong and what to write instead, in Chinese.
  public let message: String

  /// A mistake behind `offset` scalars of the text.
  init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
