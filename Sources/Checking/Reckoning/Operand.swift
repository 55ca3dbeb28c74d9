import Budget

/// A value that enters a computation, with the precision to which its source prints it.
struct Operand {
  let term: Term
  /// In yuan; for a percentage the ratio.
  let value: ExactDecimal
  let dimension: Dimension
  /// The last printed digit is worth 10 to this power of a yuan; for ratios of one.
  ///
  /// `nil` for what is exact by itself: a blank cell, a number in a formula.
  var precision: Int?
  /// The unit in which it is printed.
  let unit: Unit
}

/// What a value counts.
enum Dimension {
  /// Yuan.
  case money
  /// A ratio.
  case ratio
  /// Either: a bare number in a formula.
  case any
}

extension ExactDecimal {
  /// Half of 10 to the power of `exponent`.
  static func half(ofDigit exponent: Int) -> ExactDecimal {
    guard exponent > 0 else { return ExactDecimal(coefficient: 5, scale: 1 - exponent) }
    var value: Int128 = 5
    for _ in 1..<exponent { value *= 10 }
    return ExactDecimal(coefficient: value, scale: 0)
  }
}

extension Cell {
  /// Whether nothing stands in it but perhaps a dash for nil.
  var isBlankOrNil: Bool {
    text.unicodeScalars.allSatisfy(\.isNilDash)
  }
}

extension PrintedFigure {
  /// In yuan, or the ratio.
  var value: ExactDecimal {
    switch measure {
    case .money(let unit): Amount(number, unit).inYuan
    case .percent: ExactDecimal(coefficient: number.coefficient, scale: number.scale + 2)
    }
  }

  var dimension: Dimension { measure == .percent ? .ratio : .money }

  /// The last printed digit is worth 10 to this power.
  var precision: Int {
    switch measure {
    case .money(let unit): unit.exponent - number.scale
    case .percent: -2 - number.scale
    }
  }

  /// A value in yuan, or a ratio, as this figure would print it.
  func printed(_ value: ExactDecimal) -> ExactDecimal {
    let shift =
      switch measure {
      case .money(let unit): unit.exponent
      case .percent: -2
      }
    let moved =
      shift >= 0
      ? ExactDecimal(coefficient: value.coefficient, scale: value.scale + shift)
      : value.multiplied(by: ExactDecimal(100)) ?? value
    let rounded = moved.rounded(to: number.scale)
    return rounded.rescaled(to: number.scale) ?? rounded
  }
}
