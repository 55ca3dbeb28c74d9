/// A script file under construction, as bytes.
struct ScriptBuffer {
  private(set) var bytes: [UInt8] = []

  /// An empty file that is likely to become `capacity` bytes long.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends text that needs no escaping.
  mutating func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func number(_ number: Int) { ascii(String(number)) }

  /// Appends a number of `scale` decimals, given its digits as one integer.
  mutating func decimal(_ digits: UInt64, scale: Int) {
    var rest = digits
    var count = 0
    let start = bytes.count
    while rest > 0 || count <= scale {
      if count == scale, scale > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      count += 1
    }
    bytes[start...].reverse()
  }

  /// Appends `text` as a quoted string, which JSON and scripts of any age read alike.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          bytes.append(contentsOf: utf8[start..<index])
          escape(byte)
          start = index + 1
        } else if byte & 0xFE == 0xA8, index > 1, utf8[index - 1] == 0x80, utf8[index - 2] == 0xE2 {
          // Older browsers end a line, and so break the string, at U+2028 and U+2029.
          bytes.append(contentsOf: utf8[start..<(index - 2)])
          raw(byte == 0xA8 ? "\\u2028" : "\\u2029")
          start = index + 1
        }
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: raw("\\\"")
    case 0x5C: raw("\\\\")
    case 0x0A: raw("\\n")
    default:
      let digits = String(byte, radix: 16)
      ascii("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }
}
