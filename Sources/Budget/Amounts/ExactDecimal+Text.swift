extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without thousands separators, with the scale's decimals: `60646633.13`.
  public var description: String {
    String(decoding: notation(grouped: false), as: UTF8.self)
  }

  /// With thousands separators, as tables print amounts: `60,646,633.13`.
  public var grouped: String {
    String(decoding: notation(grouped: true), as: UTF8.self)
  }

  /// The ASCII bytes of the number.
  public func notation(grouped: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    append(grouped: grouped, to: &bytes)
    return bytes
  }

  /// Appends the ASCII bytes of the number: the hot path of rendering, without memory of its own.
  public func append(grouped: Bool, to bytes: inout [UInt8]) {
    // A sign, a point, 39 digits at most or as many as the scale asks for, and their separators.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64 + scale) { buffer in
      var start = buffer.count
      func put(_ byte: UInt8) {
        start -= 1
        buffer[start] = byte
      }
      var position = 0
      func put(digit: UInt8) {
        if position == scale, scale > 0 { put(UInt8(ascii: ".")) }
        if grouped, position > scale, (position - scale) % 3 == 0 { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "0") + digit)
        position += 1
      }
      var rest = coefficient.magnitude
      // 64-bit division is many times faster than 128-bit, and nearly every amount fits.
      while rest > UInt128(UInt64.max) {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(digit: UInt8(truncatingIfNeeded: digit))
        rest = quotient
      }
      var small = UInt64(truncatingIfNeeded: rest)
      while small > 0 || position <= scale {
        put(digit: UInt8(small % 10))
        small /= 10
      }
      if coefficient < 0 { put(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}
