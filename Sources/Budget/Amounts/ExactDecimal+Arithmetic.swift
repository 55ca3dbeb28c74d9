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

  /// −1, 0 or 1.
  private static func compare(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    if left.scale > right.scale { return -compare(right, left) }
    // What does not fit at the other's scale is larger than anything that does.
    guard let left = left.rescaled(to: right.scale) else { return left.isNegative ? -1 : 1 }
    if left.coefficient == right.coefficient { return 0 }
    return left.coefficient < right.coefficient ? -1 : 1
  }
}

extension ExactDecimal {
  /// A result of an operation on coefficients; `nil` if it does not fit.
  ///
  /// Every value has a negative: the one coefficient without, −2¹²⁷, is not used.
  public init?(computed: (partialValue: Int128, overflow: Bool), scale: Int) {
    guard !computed.overflow, computed.partialValue != .min else { return nil }
    self.init(coefficient: computed.partialValue, scale: scale)
  }

  /// The exact sum, or `nil` if it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let a = rescaled(to: common), let b = other.rescaled(to: common) else { return nil }
    return ExactDecimal(
      computed: a.coefficient.addingReportingOverflow(b.coefficient), scale: common)
  }

  /// The exact difference, or `nil` if it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(other.negated)
  }

  /// The exact product, or `nil` if it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    ExactDecimal(
      computed: coefficient.multipliedReportingOverflow(by: other.coefficient),
      scale: scale + other.scale)
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
