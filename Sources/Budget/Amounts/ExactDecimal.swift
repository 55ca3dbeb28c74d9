/// An exact decimal number: `coefficient × 10⁻ˢᶜᵃˡᵉ`.
///
/// Money is never a binary floating-point number here. The scale is kept as written, so `1.50` and
/// `1.5` are equal in value but print differently, and the precision of a printed figure is known.
///
/// Valid range: up to ``maximumDigits`` digits when parsed, at most ``maximumScale`` of them after
/// the point. Sums of ten trillion such numbers still fit; products that do not fit are `nil`.
public struct ExactDecimal: Sendable {
  /// The digits without the decimal point, signed.
  @inlinable public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }
  /// The coefficient in two parts, which unlike a whole one can lie anywhere between other values.
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64
  /// How many of the digits stand after the decimal point: up to ``maximumScale`` in what was parsed,
  /// more in what was computed from it.
  @inlinable public var scale: Int { Int(decimals) }
  /// The scale in as few bytes as a cell has room for beside its text and place.
  @usableFromInline let decimals: Int32

  /// The most digits that a parsed number may have.
  public static let maximumDigits = 24
  /// The most digits after the decimal point.
  public static let maximumScale = 12

  /// Zero, without digits after the point.
  public static let zero = ExactDecimal(coefficient: 0, scale: 0)

  /// Makes `coefficient × 10⁻ˢᶜᵃˡᵉ`; a negative scale counts as zero.
  @inlinable
  public init(coefficient: Int128, scale: Int) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    decimals = Int32(clamping: max(0, scale))
  }

  /// A whole number.
  public init(_ integer: Int) {
    self.init(coefficient: Int128(integer), scale: 0)
  }

  /// Reads plain ASCII decimal notation: an optional sign, digits, optionally a point and digits.
  ///
  /// Returns `nil` for anything else, thousands separators included, and for more digits than
  /// ``maximumDigits``. Tolerant reading of what people type is the business of loading.
  public init?(_ text: some StringProtocol) {
    var coefficient: Int128 = 0
    var digits = 0
    var scale: Int?
    var negative = false
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= Self.maximumDigits else { return nil }
        coefficient = coefficient * 10 + Int128(byte &- UInt8(ascii: "0"))
        if let fraction = scale { scale = fraction + 1 }
      case UInt8(ascii: ".") where scale == nil && digits > 0:
        scale = 0
      case UInt8(ascii: "-") where offset == 0:
        negative = true
      case UInt8(ascii: "+") where offset == 0:
        break
      default:
        return nil
      }
    }
    guard digits > 0, scale != 0, (scale ?? 0) <= Self.maximumScale else { return nil }
    self.init(coefficient: negative ? -coefficient : coefficient, scale: scale ?? 0)
  }

  /// Whether the value is zero, however many decimals it is written with.
  public var isZero: Bool { coefficient == 0 }
  /// Whether the value is below zero.
  public var isNegative: Bool { coefficient < 0 }
  /// The value without its sign.
  public var magnitude: ExactDecimal {
    ExactDecimal(coefficient: coefficient < 0 ? -coefficient : coefficient, scale: scale)
  }

  /// The same value written with `newScale` decimals, or `nil` if digits would be lost or not fit.
  public func rescaled(to newScale: Int) -> ExactDecimal? {
    if isZero, newScale >= 0 { return ExactDecimal(coefficient: 0, scale: newScale) }
    if newScale >= scale {
      guard let factor = Self.powerOfTen(newScale - scale) else { return nil }
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
      return overflow ? nil : ExactDecimal(coefficient: product, scale: newScale)
    }
    guard newScale >= 0, let factor = Self.powerOfTen(scale - newScale),
      coefficient % factor == 0
    else { return nil }
    return ExactDecimal(coefficient: coefficient / factor, scale: newScale)
  }

  /// The value rounded half away from zero (四舍五入) to at most `decimals` decimals.
  public func rounded(to decimals: Int) -> ExactDecimal {
    guard decimals < scale, let factor = Self.powerOfTen(scale - decimals) else { return self }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: factor)
    let carries = remainder.magnitude * 2 >= factor.magnitude
    let adjusted = carries ? quotient + (coefficient < 0 ? -1 : 1) : quotient
    return ExactDecimal(coefficient: adjusted, scale: decimals)
  }

  /// The value without zeros at the end of its decimals.
  public var trimmed: ExactDecimal {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return ExactDecimal(coefficient: coefficient, scale: scale)
  }

  /// 10 to the power of `exponent`, or `nil` if it does not fit.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent < powersOfTen.count else { return nil }
    return powersOfTen[exponent]
  }

  private static let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
