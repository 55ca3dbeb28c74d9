/// The numbers that Word writes before paragraphs by itself. They are not in the text, and a report
/// whose headings lost their 一、 and （一） would not be the same report.
struct WordNumbering {
  private struct Level {
    let start: Int
    let format: String
    let text: String
  }

  /// The levels that a list can have: a text names them by one digit, `%1` to `%9`.
  private static let places = 0..<9

  private var levels: [String: [Int: Level]] = [:]
  private var lists: [String: String] = [:]
  private var counters: [String: [Int: Int]] = [:]

  /// The lists of `word/numbering.xml`.
  init(_ root: MarkupElement?) {
    for element in root?.all("abstractNum") ?? [] {
      guard let id = element["abstractNumId"] else { continue }
      for level in element.all("lvl") {
        guard let index = level["ilvl"].flatMap({ Int($0) }), Self.places.contains(index) else {
          continue
        }
        levels[id, default: [:]][index] = Level(
          start: min(9999, max(0, level.value("start").flatMap { Int($0) } ?? 1)),
          format: level.value("numFmt") ?? "decimal", text: level.value("lvlText") ?? "")
      }
    }
    for element in root?.all("num") ?? [] {
      guard let id = element["numId"] else { continue }
      lists[id] = element.value("abstractNumId")
    }
  }

  /// The number of the next paragraph of a list's level, as it appears; empty for a bullet.
  mutating func next(_ list: String, level: Int) -> String {
    guard let abstract = lists[list], let all = levels[abstract], let own = all[level] else {
      return ""
    }
    var counts = counters[abstract] ?? [:]
    counts[level] = counts[level].map { $0 + 1 } ?? own.start
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    counters[abstract] = counts
    guard own.format != "bullet", own.format != "none" else { return "" }
    // From left to right: %10 is the first level's number and a zero.
    let parts = own.text.split(separator: "%", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
      if let index = part.first.flatMap({ Int(String($0)) }), let other = all[index - 1] {
        text += Self.numeral(counts[index - 1] ?? other.start, format: other.format)
        text += part.dropFirst()
      } else {
        text += "%" + part
      }
    }
  }

  private static func numeral(_ number: Int, format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
      "chineseLegalSimplified", "taiwaneseCountingThousand":
      ChineseNumeral.text(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      (1...20).contains(number)
        ? String(Unicode.Scalar(UInt32(0x2460 + number - 1)).map(Character.init) ?? "?")
        : String(number)
    case "decimalFullWidth":
      String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    case "upperLetter", "lowerLetter":
      letter(number, isUpper: format == "upperLetter")
    default:
      String(number)
    }
  }

  private static func letter(_ number: Int, isUpper: Bool) -> String {
    guard (1...260).contains(number) else { return String(number) }
    let scalar = Unicode.Scalar(UInt8((isUpper ? 65 : 97) + (number - 1) % 26))
    return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
  }
}

/// Numbers in Chinese characters, as headings and tables are numbered.
enum ChineseNumeral {
  private static let digits: [Character] = Array("零一二三四五六七八九")

  /// 1…99 as 一…九十九; others in digits.
  static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let front = tens == 0 ? "" : (tens == 1 ? "" : String(digits[tens])) + "十"
    return front + (ones == 0 ? "" : String(digits[ones]))
  }

  /// What 一…九十九 or digits mean; `nil` for anything else.
  static func value(_ text: some StringProtocol) -> Int? {
    if let number = Int(text) { return number }
    guard !text.isEmpty, text.count <= 3 else { return nil }
    let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    func digit(_ part: Substring, empty: Int) -> Int? {
      guard let first = part.first else { return empty }
      guard part.count == 1, let index = digits.firstIndex(of: first), index > 0 else {
        return nil
      }
      return index
    }
    let pieces = parts.map { Substring(String($0)) }
    if pieces.count == 1 { return digit(pieces[0], empty: 0) }
    guard let tens = digit(pieces[0], empty: 1), let ones = digit(pieces[1], empty: 0) else {
      return nil
    }
    return tens * 10 + ones
  }
}
