import Budget

/// What labels say besides their words: a numbering, a “其中”, a closing colon.
///
/// Only the first ``longest`` characters of a label count; a longer one is hardly a label, and must
/// not make keys long.
enum LabelText {
  /// The most characters of a label that are looked at.
  static let longest = 100
  /// The most characters that are looked at where fewer do not tell rows apart.
  static let longestToTellApart = 300

  /// The label without white space and without a closing colon, as closing rows are compared.
  static func plain(_ text: String) -> String {
    plain(text, upTo: longest, isSimple: isSimple(text))
  }

  /// The part of a key that a label makes: its plain words without numbering and “其中”, and with
  /// `_` for characters that addresses cannot hold.
  static func key(_ text: String, upTo length: Int = longest) -> String {
    let isSimple = isSimple(text)
    let plain = plain(text, upTo: length, isSimple: isSimple)
    var words = LabelScanner(plain)
    // 1、其中：（1）… is rare but real; one round for each of the three is enough.
    _ = words.skipNumbering()
    _ = words.skipBreakdown()
    _ = words.skipNumbering()
    let isWhole = words.next == nil || words.offset == 0
    let key = isWhole ? plain : String(Substring(plain.utf8.dropFirst(words.offset)))
    return isSimple ? key : addressable(key)
  }

  /// The part of a key that a code makes: the code as it is.
  static func codeKey(_ text: String) -> String {
    if text.utf8.count <= 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    return addressable(String(text.unicodeScalars.prefix(longest)))
  }

  /// The rank of the label's numbering, 1 for 一、 to 4 for （1）; `nil` if it has none.
  static func numberingRank(_ text: String) -> Int? {
    var words = LabelScanner(plain(text))
    return words.skipNumbering()
  }

  /// Whether the label begins with 其中, after a numbering or not.
  static func isBreakdown(_ text: String) -> Bool {
    var words = LabelScanner(plain(text))
    _ = words.skipNumbering()
    return words.skipBreakdown()
  }

  /// The text without any white space.
  static func withoutSpaces(_ text: String) -> String {
    isSimple(text) ? text : Array(text.unicodeScalars).filter { !WhiteSpace.contains($0) }.text
  }

  private static func plain(_ text: String, upTo length: Int, isSimple: Bool) -> String {
    let last = text.unicodeScalars.last
    // Most labels are their own plain words.
    if isSimple, text.utf8.count <= length, last != ":", last != "：" { return text }
    let scalars = Array(
      text.unicodeScalars.lazy.filter { !WhiteSpace.contains($0) }.prefix(length + 1))
    if scalars.count > length { return scalars.dropLast().text }
    let hasColon = scalars.count > 1 && (scalars.last == "：" || scalars.last == ":")
    return (hasColon ? scalars.dropLast() : scalars[...]).text
  }

  /// Whether neither white space is in a text nor what addresses cannot hold: there is no byte with
  /// which any of it begins.
  private static func isSimple(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.allSatisfy { index in
        switch bytes[index] {
        case 0...0x20, 0xC2, 0xE2: false
        // Only the ideographic space, for 、 and 「 begin so, too.
        case 0xE3: bytes[index + 1] != 0x80 || bytes[index + 2] != 0x80
        case let byte: !isMarkup(byte)
        }
      }
    }
  }

  private static func addressable(_ text: String) -> String {
    isSimple(text) ? text : text.unicodeScalars.map(addressable).text
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "#"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func addressable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII, isMarkup(UInt8(scalar.value)) { return "_" }
    return scalar.value <= 0x20 || WhiteSpace.contains(scalar) ? "_" : scalar
  }
}
