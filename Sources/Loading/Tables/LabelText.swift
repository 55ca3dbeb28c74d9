/// What labels say besides their words: a numbering, a “其中”, a closing colon.
///
/// Only the first ``longest`` characters of a label count; a longer one is no label, and must not
/// make keys long.
enum LabelText {
  /// The most characters of a label that are looked at.
  static let longest = 100

  /// The label without white space and without a closing colon, as closing rows are compared.
  static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    let scalars = Array(
      text.unicodeScalars.lazy.filter { !WhiteSpace.contains($0) }.prefix(longest + 1))
    if scalars.count > longest { return string(scalars.dropLast()) }
    let hasColon = scalars.count > 1 && (scalars.last == "：" || scalars.last == ":")
    return string(hasColon ? scalars.dropLast() : scalars[...])
  }

  /// The part of a key that a label makes: its plain words without numbering and “其中”, and with
  /// `_` for characters that addresses cannot hold.
  static func key(_ text: String) -> String {
    let plain = plain(text)
    var rest = plain.unicodeScalars[...]
    // 1、其中：（1）… is rare but real; one round for each of the three is enough.
    rest = afterNumbering(rest)
    rest = afterBreakdown(rest) ?? rest
    rest = afterNumbering(rest)
    let isWhole = rest.isEmpty || rest.startIndex == plain.startIndex
    return addressable(isWhole ? plain : String(rest))
  }

  /// The part of a key that a code makes: the code as it is.
  static func codeKey(_ text: String) -> String {
    if text.utf8.count <= 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    return addressable(String(text.unicodeScalars.prefix(longest)))
  }

  /// The rank of the label's numbering, 1 for 一、 to 4 for （1）; `nil` if it has none.
  static func numberingRank(_ text: String) -> Int? {
    numbering(plain(text).unicodeScalars[...])?.rank
  }

  /// Whether the label begins with 其中, after a numbering or not.
  static func isBreakdown(_ text: String) -> Bool {
    afterBreakdown(afterNumbering(plain(text).unicodeScalars[...])) != nil
  }

  /// Whether a label is its own plain words, as most are.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return text.utf8.count <= longest && scalars.last != ":" && scalars.last != "："
      && !scalars.contains(where: WhiteSpace.contains)
  }

  /// What follows a leading 其中 with its colon or semicolon; `nil` without one.
  private static func afterBreakdown(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView? {
    guard scalars.starts(with: ["其", "中"]) else { return nil }
    let rest = scalars.dropFirst(2)
    switch rest.first {
    case "：", "；", ":", ";", "，", ",", "、": return rest.dropFirst()
    default: return rest
    }
  }

  private static func afterNumbering(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    numbering(scalars)?.rest ?? scalars
  }

  private static func numbering(
    _ scalars: Substring.UnicodeScalarView
  ) -> (rank: Int, rest: Substring.UnicodeScalarView)? {
    guard let first = scalars.first else { return nil }
    let isBracketed = first == "（" || first == "("
    let digits = isBracketed ? scalars.dropFirst() : scalars
    let isChinese = digits.first.map(isChineseDigit) == true
    let rest = digits.drop(while: isChinese ? isChineseDigit : isDigit)
    let count = digits.distance(from: digits.startIndex, to: rest.startIndex)
    guard (1...4).contains(count), let mark = rest.first else { return nil }
    let words = rest.dropFirst()
    if isBracketed {
      return mark == "）" || mark == ")" ? (isChinese ? 2 : 4, words) : nil
    }
    guard mark == "、" || mark == "." || mark == "．" else { return nil }
    // 1.5 is a number, not a first item.
    if mark != "、", let next = words.first, isDigit(next) { return nil }
    return (isChinese ? 1 : 3, words)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    default: false
    }
  }

  private static func addressable(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy({ addressable($0) == $0 }) else { return text }
    return string(text.unicodeScalars.map(addressable)[...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  private static func addressable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\"", "<", ">", "&", "#", "%": "_"
    case _ where scalar.value <= 0x20 || WhiteSpace.contains(scalar): "_"
    default: scalar
    }
  }
}
