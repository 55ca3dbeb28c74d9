import Budget

/// Turns amounts into lengths, exactly and the same on every machine.
struct ChartScale {
  /// The amount that fills the whole length.
  let maximum: ExactDecimal
  /// The length in hundredths of a unit of the drawing.
  let length: Int

  /// A scale up to a round amount not below any of `amounts`. Roundness keeps the other bars, and
  /// so their lines in the file, as they are when one amount changes a little.
  init(covering amounts: [ExactDecimal], length: Int) {
    self.length = length
    let largest = amounts.map(\.magnitude).max() ?? .zero
    var step = ExactDecimal(1)
    // Ten roundings in each power of ten; 30 powers hold every amount there can be.
    for _ in 0..<30 {
      for factor in [10, 12, 15, 20, 25, 30, 40, 50, 60, 80] {
        guard let candidate = step.multiplied(by: ExactDecimal(factor)) else { continue }
        if candidate >= largest {
          maximum = candidate
          return
        }
      }
      step = step.multiplied(by: ExactDecimal(10)) ?? step
    }
    maximum = largest
  }

  /// The length of an amount with two decimals: `230.62`; negative amounts have none.
  func length(of amount: ExactDecimal) -> ExactDecimal {
    guard !amount.isNegative,
      let product = amount.multiplied(by: ExactDecimal(length)),
      let quotient = product.divided(by: maximum, decimals: 2)
    else { return .zero }
    return quotient
  }
}
