import Budget

/// The terms of an expression for one subject.
struct Gathered {
  /// The place in ``Workbench/terms``.
  private(set) var terms: Range<Int>
  /// The place in ``Workbench/spans``.
  private(set) var spans: Range<Int>
  /// Their sum in yuan, as far as they are cells that are printed to the fen.
  private(set) var sum = ExactDecimal.zero
  /// Whether all of them are such cells.
  var isExact = true
  /// Whether values are only added and subtracted, so that their order is all there is to know.
  var isLinear = true

  /// Whether nothing was rounded and the sum says all, as in nearly all checks of tables.
  var isExactSum: Bool { isExact && isLinear }

  init(terms: Int, spans: Int) {
    self.terms = terms..<terms
    self.spans = spans..<spans
  }

  mutating func end(terms: Int, spans: Int) {
    self.terms = self.terms.lowerBound..<terms
    self.spans = self.spans.lowerBound..<spans
  }

  mutating func add(_ value: ExactDecimal, _ isSubtracted: Bool) {
    if let sum = sum.plus(isSubtracted ? value.negated : value) {
      self.sum = sum
    } else {
      isExact = false
    }
  }
}
