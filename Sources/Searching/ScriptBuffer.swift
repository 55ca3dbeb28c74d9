/// A script file under construction, as bytes.
struct ScriptBuffer {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends text that needs no escaping.
  mutating func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func number(_ number: Int) { ascii(String(number)) }

  /// Appends one character.
  mutating func scalar(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Appends `text` as a quoted string, which JSON and scripts read alike.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
        for byte in utf8 { escape(byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: raw("\\\"")
    case 0x5C: raw("\\\\")
    case 0x0A: raw("\\n")
    case ..<0x20:
      let digits = String(byte, radix: 16)
      ascii("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    default: bytes.append(byte)
    }
  }
}
