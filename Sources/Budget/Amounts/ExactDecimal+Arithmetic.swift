extension ExactDecimal: Comparable, Hashable {
  /// Equality of value: `1.5 == 1.50`.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.scale == right.scale
      ? left.coefficient == right.coefficient : compare(left, right) == 0
  }

  /// Order of value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compare(left, right) < 0
  }

  /// Hashes the value, not its notation.
  public func hash(into hasher: inout Hasher) {
    let canonical = trimmed
    hasher.combine(canonical.coefficient)
    hasher.combine(canonical.scale)
  }

  /// −1, 0 or 1. Where bringing both to one scale would overflow, the wholes decide first.
  private static func compare(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    let scale = max(left.scale, right.scale)
    if let a = left.rescaled(to: scale), let b = right.rescaled(to: scale) {
      return a.coefficient < b.coefficient ? -1 : a.coefficient > b.coefficient ? 1 : 0
    }
    let (leftWhole, leftRest) = left.split
    let (rightWhole, rightRest) = right.split
    if leftWhole != rightWhole { return leftWhole < rightWhole ? -1 : 1 }
    return compare(leftRest, rightRest)
  }

  /// The whole part, and what stands after the decimal point.
  private var split: (whole: Int128, rest: ExactDecimal) {
    let factor = Self.powerOfTen(scale) ?? 1
    let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: factor)
    return (whole, ExactDecimal(coefficient: rest, scale: scale))
  }
}

extension ExactDecimal {
  /// The exact sum, or `nil` if it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let a = rescaled(to: common), let b = other.rescaled(to: common) else { return nil }
    let (sum, overflow) = a.coefficient.addingReportingOverflow(b.coefficient)
    return overflow ? nil : ExactDecimal(coefficient: sum, scale: common)
  }

  /// The exact difference, or `nil` if it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(other.negated)
  }

  /// The exact product, or `nil` if it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : ExactDecimal(coefficient: product, scale: scale + other.scale)
  }

  /// The quotient rounded half away from zero to `decimals` decimals; `nil` for a zero divisor or
  /// where it does not fit.
  public func divided(by other: ExactDecimal, decimals: Int) -> ExactDecimal? {
    // a·10⁻ˢ ÷ b·10⁻ᵗ, with one more digit than asked for, is a·10ᵈ⁺¹⁺ᵗ⁻ˢ ÷ b.
    let shift = decimals + 1 + other.scale - scale
    guard !other.isZero, let factor = Self.powerOfTen(abs(shift)) else { return nil }
    let (scaled, overflow) =
      shift >= 0
      ? coefficient.multipliedReportingOverflow(by: factor)
      : (coefficient, false)
    let (divisor, overflowBelow) =
      shift >= 0
      ? (other.coefficient, false)
      : other.coefficient.multipliedReportingOverflow(by: factor)
    guard !overflow, !overflowBelow else { return nil }
    // The one digit more decides the rounding; what is cut off behind it never does.
    return ExactDecimal(coefficient: scaled / divisor, scale: decimals + 1).rounded(to: decimals)
  }

  /// The value with the other sign.
  public var negated: ExactDecimal { ExactDecimal(coefficient: -coefficient, scale: scale) }
}
