import Budget

/// The digits of a number without its point and without zeros around: of 1,012.50万元, `10125`.
///
/// The index of numbers sorts by them, so that an amount is found whatever unit it is printed in.
/// They are one integer: the first twelve digits, filled up with zeros. That is exact to the fen
/// up to 99.99亿元; longer numbers share an entry, and their texts tell them apart.
enum SignificantDigits {
  /// How many digits are kept.
  static let count = 12
  private static let limit: UInt64 = 1_000_000_000_000

  /// The digits of a value; `nil` for zero.
  static func key(_ value: ExactDecimal) -> UInt64? {
    var rest = value.coefficient.magnitude
    while rest >= UInt128(limit) { rest /= 10 }
    return filled(UInt64(truncatingIfNeeded: rest))
  }

  /// The digits of a number as it stands in a folded text; `nil` for zero.
  static func key(_ digits: ArraySlice<UInt32>) -> UInt64? {
    var value: UInt64 = 0
    for scalar in digits where scalar != FoldedText.point && value < limit / 10 {
      value = value * 10 + UInt64(scalar - 0x30)
    }
    return filled(value)
  }

  private static func filled(_ value: UInt64) -> UInt64? {
    guard value > 0 else { return nil }
    var value = value
    while value < limit / 10 { value *= 10 }
    return value
  }

  /// The digits as text, without the zeros at the end.
  static func text(_ key: UInt64) -> String {
    var key = key
    while key > 0, key % 10 == 0 { key /= 10 }
    return String(key)
  }
}
