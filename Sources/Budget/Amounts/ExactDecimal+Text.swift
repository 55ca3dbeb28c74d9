extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without thousands separators, with the scale's decimals: `60646633.13`.
  public var description: String {
    String(decoding: notation(grouped: false), as: UTF8.self)
  }

  /// With thousands separators, as tables print amounts: `60,646,633.13`.
  public var grouped: String {
    String(decoding: notation(grouped: true), as: UTF8.self)
  }

  /// The ASCII bytes of the number; the hot path of rendering uses them directly.
  public func notation(grouped: Bool) -> [UInt8] {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(24)
    var rest = coefficient.magnitude
    var position = 0
    // 64-bit division is many times faster than 128-bit, and nearly every amount fits.
    while rest > UInt128(UInt64.max) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      Self.append(UInt8(truncatingIfNeeded: digit), at: position, scale, grouped, to: &reversed)
      rest = quotient
      position += 1
    }
    var small = UInt64(truncatingIfNeeded: rest)
    while small > 0 || position <= scale {
      Self.append(UInt8(small % 10), at: position, scale, grouped, to: &reversed)
      small /= 10
      position += 1
    }
    if coefficient < 0 { reversed.append(UInt8(ascii: "-")) }
    reversed.reverse()
    return reversed
  }

  private static func append(
    _ digit: UInt8, at position: Int, _ scale: Int, _ grouped: Bool, to reversed: inout [UInt8]
  ) {
    if position == scale, scale > 0 { reversed.append(UInt8(ascii: ".")) }
    if grouped, position > scale, (position - scale) % 3 == 0 {
      reversed.append(UInt8(ascii: ","))
    }
    reversed.append(UInt8(ascii: "0") + digit)
  }
}

/// Stored as the text that keeps its scale.
extension ExactDecimal: Codable {
  /// Reads the text of a number.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let number = ExactDecimal(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no decimal number"))
    }
    self = number
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
