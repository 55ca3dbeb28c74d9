/// What became of one figure of the narrative.
public struct FigureResult: Sendable {
  /// What became of it.
  public enum State: String, Sendable, CaseIterable {
    /// It agrees with the cells that it is bound to.
    case verified
    /// It agrees with a declared outside fact.
    case external
    /// It disagrees, and the content says so in a note.
    case acknowledged
    /// It disagrees, or its binding leads nowhere.
    case failed
    /// What it is bound to could not be read, which is an error of its own.
    case unchecked
    /// It has no binding.
    case unbound
  }

  /// The words as they appear: `60646633.13元`.
  public let text: String
  /// Where they stand.
  public let position: SourcePosition
  /// What became of it.
  public let state: State
  /// ``BoundFigure/index`` of a bound figure.
  public let binding: Int?
  /// The expression that the figure is bound to.
  public let expression: Expression?
  /// The values that the expression is made of, in its order: the place in ``Verification/terms``.
  public let terms: Range<Int>
  /// What the figure says, in its own unit; `nil` for words that are no figure.
  public let stated: ExactDecimal?
  /// What it should say by its formula, in the same unit and precision.
  public let expected: ExactDecimal?
  /// `stated - expected`, if they disagree.
  public let difference: ExactDecimal?
  /// The editor's note; empty if there is none.
  public let note: String

  /// A result out of its parts; `figure` is the bound figure that it is the result of.
  public init(
    text: String, position: SourcePosition, state: State, boundAs figure: BoundFigure? = nil,
    terms: Range<Int> = 0..<0, stated: ExactDecimal? = nil, expected: ExactDecimal? = nil,
    difference: ExactDecimal? = nil
  ) {
    self.text = text
    self.position = position
    self.state = state
    binding = figure?.index
    expression = figure?.expression
    self.terms = terms
    self.stated = stated
    self.expected = expected
    self.difference = difference
    note = figure?.note ?? ""
  }
}
