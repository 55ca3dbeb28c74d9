import Budget

/// How cells print.
enum AmountText {
  /// An amount with thousands separators and at least `decimals` decimals; other cells as they are.
  /// Blank stays blank, and `0.00` stays `0.00`.
  static func append(_ cell: Cell, decimals: Int, to html: inout HTMLBuffer) {
    guard let value = cell.value else { return html.text(cell.text) }
    html.amount(value.published(decimals: decimals))
  }

  /// The amount as text, with thousands separators and at least `decimals` decimals.
  static func text(_ value: ExactDecimal, decimals: Int) -> String {
    value.published(decimals: decimals).grouped
  }
}
