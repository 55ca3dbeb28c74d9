/// What labels say besides their words: a numbering, a “其中”, a closing colon.
///
/// Only the first ``longest`` characters of a label count; a longer one is no label, and must not
/// make keys long.
enum LabelText {
  /// The most characters of a label that are looked at.
  static let longest = 100

  /// The label without white space and without a closing colon, as closing rows are compared.
  static func plain(_ text: String) -> String {
    string(plainScalars(text)[...])
  }

  /// The part of a key that a label makes: its plain words without numbering and “其中”, and with
  /// `_` for characters that addresses cannot hold.
  static func key(_ text: String) -> String {
    let scalars = plainScalars(text)
    var rest = scalars[...]
    // 1、其中：（1）… is rare but real; one round for each of the three is enough.
    rest = rest.dropFirst(numbering(rest)?.length ?? 0)
    rest = rest.dropFirst(breakdownLength(rest))
    rest = rest.dropFirst(numbering(rest)?.length ?? 0)
    return addressable(rest.isEmpty ? scalars[...] : rest)
  }

  /// The part of a key that a code makes: the code as it is.
  static func codeKey(_ text: String) -> String {
    if text.utf8.count <= 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    return addressable(Array(text.unicodeScalars.prefix(longest))[...])
  }

  /// The rank of the label's numbering, 1 for 一、 to 4 for （1）; `nil` if it has none.
  static func numberingRank(_ text: String) -> Int? {
    numbering(plainScalars(text)[...])?.rank
  }

  /// Whether the label begins with 其中, after a numbering or not.
  static func isBreakdown(_ text: String) -> Bool {
    let scalars = plainScalars(text)
    let rest = scalars.dropFirst(numbering(scalars[...])?.length ?? 0)
    return breakdownLength(rest) > 0
  }

  private static func plainScalars(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !WhiteSpace.contains(scalar) {
      scalars.append(scalar)
      if scalars.count > longest { break }
    }
    if scalars.count > longest {
      scalars.removeLast()
    } else if let last = scalars.last, scalars.count > 1, last == "：" || last == ":" {
      scalars.removeLast()
    }
    return scalars
  }

  /// The length of a leading 其中 with its colon or semicolon; 0 without one.
  private static func breakdownLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    guard scalars.starts(with: ["其", "中"]) else { return 0 }
    guard let next = scalars.dropFirst(2).first else { return 2 }
    switch next {
    case "：", "；", ":", ";", "，", ",", "、": return 3
    default: return 2
    }
  }

  private static func numbering(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> (rank: Int, length: Int)? {
    guard let first = scalars.first else { return nil }
    let isBracketed = first == "（" || first == "("
    let digits = scalars.dropFirst(isBracketed ? 1 : 0)
    let chinese = digits.prefix(while: isChineseDigit).count
    let arabic = digits.prefix(while: isDigit).count
    let count = max(chinese, arabic)
    guard (1...4).contains(count), let mark = digits.dropFirst(count).first else { return nil }
    if isBracketed {
      return mark == "）" || mark == ")" ? (chinese > 0 ? 2 : 4, count + 2) : nil
    }
    guard mark == "、" || mark == "." || mark == "．" else { return nil }
    // 1.5 is a number, not a first item.
    if mark != "、", let next = digits.dropFirst(count + 1).first, isDigit(next) { return nil }
    return (chinese > 0 ? 1 : 3, count + 1)
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

  private static func addressable(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    string(scalars.map(addressable)[...])
  }

  private static func addressable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\"", "<", ">", "&", "#", "%": "_"
    case _ where scalar.value <= 0x20 || WhiteSpace.contains(scalar): "_"
    default: scalar
    }
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
}
