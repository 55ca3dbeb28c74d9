/// Appends XML to bytes.
extension [UInt8] {
  /// Appends markup written in this program.
  mutating func raw(_ markup: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends a whole number.
  mutating func number(_ number: Int) {
    guard number >= 10 || number < 0 else { return append(UInt8(ascii: "0") + UInt8(number)) }
    append(contentsOf: String(number).utf8)
  }

  /// Appends words, harmless in text and in attributes in double quotes.
  ///
  /// What XML cannot hold becomes `_xHHHH_`, as the format wants it (ECMA-376 part 1, 22.9.2.19);
  /// words that happen to look like that are told from it by an escaped underscore.
  mutating func text(_ words: String) {
    var words = words
    words.withUTF8 { utf8 in
      guard utf8.contains(where: Self.isSpecial) else { return append(contentsOf: utf8) }
      for index in utf8.indices { escape(utf8, at: index) }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "_"), 0xEF:
      true
    default: false
    }
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
    let byte = utf8[index]
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): append(byte)
    case 0..<0x20:
      raw("_x00")
      append(Self.hexadecimalDigits[Int(byte >> 4)])
      append(Self.hexadecimalDigits[Int(byte & 0xF)])
      raw("_")
    case UInt8(ascii: "_") where Self.looksEscaped(utf8, at: index): raw("_x005F_")
    // U+FFFE and U+FFFF are three bytes, of which the last alone is never the whole.
    case 0xEF where Self.isNoncharacter(utf8, at: index):
      raw(utf8[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_")
    case 0xBF where index > 0 && Self.isNoncharacter(utf8, at: index - 1): break
    case 0xBE...0xBF where index > 1 && Self.isNoncharacter(utf8, at: index - 2): break
    default: append(byte)
    }
  }

  private static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

  private static func looksEscaped(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < utf8.count, utf8[index + 1] == UInt8(ascii: "x"),
      utf8[index + 6] == UInt8(ascii: "_")
    else { return false }
    return utf8[(index + 2)...(index + 5)].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: false
      }
    }
  }

  private static func isNoncharacter(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < utf8.count && utf8[index] == 0xEF && utf8[index + 1] == 0xBF
      && utf8[index + 2] >= 0xBE
  }
}
