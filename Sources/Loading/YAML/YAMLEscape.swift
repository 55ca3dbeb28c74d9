import Budget

/// A character between double quotes that is written as a backslash and something behind it: `\t`.
struct YAMLEscape {
  /// What stands in the file.
  let notation: String
  /// What it means.
  let character: Unicode.Scalar
  /// Where the backslash stands.
  let position: SourcePosition
  /// Whether a letter follows, as in `D:\new`.
  let isBeforeLetter: Bool

  /// The escapes of the text in double quotes that begins at `position`, in the file's order. It is
  /// one that libyaml has read, so that each of them means something.
  static func all(from position: SourcePosition, in lines: SourceLines) -> [YAMLEscape] {
    var escapes: [YAMLEscape] = []
    var (line, column) = (position.line, position.column + 1)
    while line <= lines.count {
      var rest = lines.bytes(ofLine: line, fromColumn: column)
      while let byte = rest.first, byte != UInt8(ascii: "\"") {
        var width = 1
        if byte == UInt8(ascii: "\\"), let letter = rest.dropFirst().first {
          width = 2 + digits(behind: letter)
          let notation = String(decoding: rest.prefix(width), as: UTF8.self)
          if let character = character(notation.unicodeScalars.dropFirst()) {
            let place = SourcePosition(file: position.file, line: line, column: column)
            escapes.append(
              YAMLEscape(
                notation: notation, character: character, position: place,
                isBeforeLetter: rest.dropFirst(width).first.map(isLetter) ?? false))
          }
        }
        column += rest.prefix(width).count { $0 & 0xC0 != 0x80 }
        rest = rest.dropFirst(width)
      }
      if !rest.isEmpty { break }
      (line, column) = (line + 1, 1)
    }
    return escapes
  }

  /// What is to be said about the escapes of a text: the first character that no text may have, or
  /// else those that may be there by chance; `nil` for nothing.
  static func finding(of escapes: [YAMLEscape]) -> Finding? {
    if let escape = escapes.first(where: \.isInvisible) {
      return Finding(
        .controlCharacter, at: escape.position, length: escape.length,
        escape.isTreacherous
          ? "“\(escape.notation)”在双引号里是\(escape.meaning)。请删去它。\(cure)"
          : "这里用转义写了\(escape.meaning)。请删去它，或把内容重新录入")
    }
    let treacherous = escapes.filter(\.isTreacherous)
    guard let first = treacherous.first else { return nil }
    var named: [String] = []
    for escape in treacherous {
      let words = "“\(escape.notation)”成了\(escape.meaning)"
      if !named.contains(words) { named.append(words) }
    }
    return Finding(
      .yamlEscape, at: first.position, length: first.length, severity: .warning,
      "双引号里的反斜杠“\\”有特殊含义，这里\(named.prefix(3).joined(separator: "，"))"
        + "\(named.count > 3 ? "等" : "")。\(cure)")
  }

  private static let cure =
    "要照写反斜杠的（例如文件的路径），请把外面的双引号改成单引号 '…'，或把“\\”写成“\\\\”，或改用“/”。"

  private var length: Int { notation.unicodeScalars.count }

  /// Whether it can stand there unawares, as in `D:\temp`, and means something else than it looks
  /// like: of numbers `D:\x64`. Nobody types `\u000A` without meaning it, nor a line break in front
  /// of a digit or a Chinese character.
  private var isTreacherous: Bool {
    if notation == "\\n" { return isBeforeLetter }
    return length == 2 ? !["\\", "\"", "/"].contains(character) : notation.hasPrefix("\\x")
  }

  /// Whether the character cannot be seen and has no place in any text.
  private var isInvisible: Bool {
    var text = String(character)
    return text.withUTF8 { UTF8Scan($0).firstControl != nil }
  }

  /// What it means, in a clerk's words.
  private var meaning: String {
    switch character {
    case "\t": "制表符"
    case "\n": "换行"
    case "\r": "回车"
    case " ", "\u{A0}": "空格"
    case _ where isInvisible:
      "看不见的字符 " + InvisibleCharacters.code(of: Array(String(character).utf8)[...])
    default: "“\(character)”"
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// How many digits of a number follow.
  private static func digits(behind letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  /// The character that a letter behind the backslash, or a number there, means (YAML 1.2, 5.7).
  private static func character(_ notation: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch notation.first {
    case "0": "\0"
    case "a": "\u{7}"
    case "b": "\u{8}"
    case "t", "\t": "\t"
    case "n": "\n"
    case "v": "\u{B}"
    case "f": "\u{C}"
    case "r": "\r"
    case "e": "\u{1B}"
    case "N": "\u{85}"
    case "_": "\u{A0}"
    case "L": "\u{2028}"
    case "P": "\u{2029}"
    case "x", "u", "U":
      UInt32(notation.dropFirst().text, radix: 16).flatMap(Unicode.Scalar.init)
    case let other: other
    }
  }
}
