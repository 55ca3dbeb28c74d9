extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without thousands separators, with the scale's decimals: `60646633.13`.
  public var description: String {
    text(grouped: false)
  }

  /// With thousands separators, as tables print amounts: `60,646,633.13`.
  public var grouped: String {
    text(grouped: true)
  }

  private func text(grouped: Bool) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: notationRoom) { room in
      let start = write(grouped: grouped, atEndOf: room)
      return String(decoding: UnsafeBufferPointer(rebasing: room[start...]), as: UTF8.self)
    }
  }

  /// The ASCII bytes of the number.
  public func notation(grouped: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    append(grouped: grouped, to: &bytes)
    return bytes
  }

  /// Appends the ASCII bytes of the number.
  public func append(grouped: Bool, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: notationRoom) { append(grouped: grouped, to: &$0) }
  }

  /// As many bytes as the number's notation has at most.
  public var notationRoom: Int {
    // A sign, a point, 39 digits at most or as many as the scale asks for, and their separators.
    64 + scale
  }

  /// Appends the ASCII bytes of the number where there is ``notationRoom`` for them: the hot path
  /// of rendering, without memory of its own.
  public func append(grouped: Bool, to output: inout OutputSpan<UInt8>) {
    precondition(output.freeCapacity >= notationRoom)
    output.withUnsafeMutableBufferPointer { buffer, count in
      let room = UnsafeMutableBufferPointer(rebasing: buffer[count..<count + notationRoom])
      let start = write(grouped: grouped, atEndOf: room)
      for index in start..<room.count { room[index - start] = room[index] }
      count += room.count - start
    }
  }

  /// Writes the number, its last digit at the end of the room; where it begins.
  private func write(grouped: Bool, atEndOf room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let magnitude = coefficient.magnitude
    // 64-bit division is many times faster than 128-bit, and nearly every amount fits.
    var start =
      if let small = UInt64(exactly: magnitude) {
        Self.write(small, scale: scale, grouped: grouped, atEndOf: room)
      } else {
        Self.write(magnitude, scale: scale, grouped: grouped, atEndOf: room)
      }
    if coefficient < 0 {
      start -= 1
      room[start] = UInt8(ascii: "-")
    }
    return start
  }

  /// Writes the digits of `number`, the last one at the end; where they begin.
  private static func write<Number: UnsignedInteger & FixedWidthInteger>(
    _ number: Number, scale: Int, grouped: Bool, atEndOf buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var start = buffer.count
    func put(_ byte: UInt8) {
      start -= 1
      buffer[start] = byte
    }
    func put(_ digits: UInt32, count: Int) {
      var rest = digits
      for _ in 0..<count {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
    }
    var rest = number
    if scale > 0 {
      for _ in 0..<scale {
        put(UInt32(truncatingIfNeeded: rest % 10), count: 1)
        rest /= 10
      }
      put(UInt8(ascii: "."))
    }
    // Three digits at a time, since dividing the whole number takes longer than all else.
    while rest >= 1000 {
      put(UInt32(truncatingIfNeeded: rest % 1000), count: 3)
      rest /= 1000
      if grouped { put(UInt8(ascii: ",")) }
    }
    let first = UInt32(truncatingIfNeeded: rest)
    put(first, count: first < 10 ? 1 : first < 100 ? 2 : 3)
    return start
  }
}
