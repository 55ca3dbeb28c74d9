/// An exact sum of money: a decimal number and the unit that it is printed in.
public struct Amount: Sendable, Hashable {
  /// The number as printed, in ``unit``.
  public let value: ExactDecimal
  /// The unit as printed.
  public let unit: Unit

  /// An amount of `value` in `unit`.
  public init(_ value: ExactDecimal, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// The value in yuan, exact. A number parsed within ``ExactDecimal``'s range always fits.
  public var inYuan: ExactDecimal {
    let scale = value.scale - unit.exponent
    guard scale < 0 else { return ExactDecimal(coefficient: value.coefficient, scale: scale) }
    let factor = ExactDecimal.powerOfTen(-scale) ?? 1
    return ExactDecimal(coefficient: value.coefficient &* factor, scale: 0)
  }

  /// Half the width, in yuan, of the interval that rounds to this figure: half of its last digit.
  ///
  /// 6064.66万元 is printed to 0.01万元, so any sum within 50 yuan of it rounds to it.
  public var roundingTolerance: ExactDecimal {
    // Half of 10⁻ˢ is 5 × 10⁻ˢ⁻¹.
    let scale = value.scale - unit.exponent + 1
    guard scale < 0 else { return ExactDecimal(coefficient: 5, scale: scale) }
    return ExactDecimal(coefficient: 5 * (ExactDecimal.powerOfTen(-scale) ?? 1), scale: 0)
  }
}
