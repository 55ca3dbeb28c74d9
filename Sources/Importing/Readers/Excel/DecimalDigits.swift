/// The decimal digits of a binary number, at most 15 of them.
struct DecimalDigits {
  private var isNegative: Bool
  private var digits: [UInt8]
  /// How many of the digits stand before the point; may be negative.
  private var point: Int

  /// The digits of `value`, of which Office promises 15.
  init?(_ value: Double) {
    isNegative = value < 0
    // The shortest digits that mean this number, in one of the two notations Swift has.
    let notation = abs(value).description.lowercased()
    let halves = notation.split(separator: "e")
    let exponent = halves.count > 1 ? Int(halves[1]) : 0
    guard let exponent, let mantissa = halves.first else { return nil }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    digits = parts.joined().utf8.map { $0 - 0x30 }
    point = (parts.first?.count ?? 0) + exponent
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    point -= leading
    keep(15)
  }

  /// Rounds half up to so many decimals.
  mutating func round(to decimals: Int) { keep(point + decimals) }

  /// Multiplies by a power of ten.
  mutating func shift(by places: Int) { point += places }

  /// Rounds half up to the first `count` digits.
  private mutating func keep(_ count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    guard roundsUp else { return trimZeros() }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
    trimZeros()
  }

  private mutating func trimZeros() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// Plain notation without thousands separators.
  func text(minimumDecimals: Int, minimumIntegers: Int = 1) -> String {
    var integers = (0..<max(0, point)).map { $0 < digits.count ? digits[$0] : 0 }
    while integers.count < max(1, minimumIntegers) { integers.insert(0, at: 0) }
    var decimals: [UInt8] = []
    if digits.count > point {
      decimals = (point..<digits.count).map { $0 < 0 ? 0 : digits[$0] }
    }
    while decimals.last == 0 { decimals.removeLast() }
    while decimals.count < minimumDecimals { decimals.append(0) }
    let sign = isNegative && (integers + decimals).contains { $0 != 0 } ? "-" : ""
    let fraction = decimals.isEmpty ? "" : "." + Self.string(decimals)
    return sign + Self.string(integers) + fraction
  }

  private static func string(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
