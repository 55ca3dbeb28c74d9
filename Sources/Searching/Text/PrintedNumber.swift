import Budget

/// A number as it is printed, without sign, separators and unit: 864560.00.
///
/// The index of amounts has a line for each, so that a changed amount changes only lines that show
/// it. Numbers of more than eighteen digits are not indexed.
struct PrintedNumber: Hashable {
  /// The digits as one integer, and in the lowest four bits how many of them are decimals.
  let packed: UInt64

  private static let limit: UInt64 = 1_000_000_000_000_000_000

  init(packed: UInt64) { self.packed = packed }

  /// The amount of a cell; `nil` for zero and for numbers that are too long.
  init?(_ value: ExactDecimal) {
    let digits = value.coefficient.magnitude
    guard digits > 0, digits < UInt128(Self.limit), value.scale < 16 else { return nil }
    packed = UInt64(truncatingIfNeeded: digits) << 4 | UInt64(value.scale)
  }

  /// The number in a folded text; `nil` for zero and for numbers that are too long.
  init?(_ scalars: ArraySlice<UInt32>) {
    var digits: UInt64 = 0
    var scale: UInt64?
    for scalar in scalars {
      if scalar == FoldedText.point {
        scale = 0
      } else {
        guard digits < Self.limit / 10 else { return nil }
        digits = digits * 10 + UInt64(scalar - 0x30)
        if let decimals = scale { scale = decimals + 1 }
      }
    }
    guard digits > 0, scale ?? 0 < 16 else { return nil }
    packed = digits << 4 | (scale ?? 0)
  }

  /// The digits without point and outer zeros, filled up with zeros to eighteen: the files of the
  /// index are named after the first of them, so that an amount is found in whatever unit.
  var significant: UInt64 {
    var digits = packed >> 4
    while digits < Self.limit / 1_000_000 { digits *= 100_000 }
    while digits < Self.limit / 10 { digits *= 10 }
    return digits
  }

  /// Appends the number as it is printed.
  func append(to buffer: inout ScriptBuffer) {
    buffer.decimal(packed >> 4, scale: Int(packed & 15))
  }
}
