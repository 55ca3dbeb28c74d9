/// The number before a heading or an item, as official documents have them: 第一部分, 一、, （一）, 1.,
/// （1）.
struct OutlineNumber: Equatable {
  /// Which series it belongs to, from the highest.
  enum Rank: Int, Comparable {
    case part, section, subsection, item, subitem

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The series.
  let rank: Rank
  /// The number.
  let number: Int
  /// How many characters it takes with its mark.
  let length: Int
  /// The mark behind it: `、`, `.`, `）`.
  let mark: Character

  /// How many digits a number has at most; longer ones are amounts and codes.
  private static let longestNumeral = 3

  /// The number that `text`, without white space in front, begins with.
  init?(_ text: String) {
    let characters = Array(text)
    if let part = Self.part(characters) {
      self = part
      return
    }
    let isBracketed = characters.first == "（" || characters.first == "("
    let rest = characters.dropFirst(isBracketed ? 1 : 0)
    let chinese = rest.prefix { "一二三四五六七八九十".contains($0) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let numeral = chinese.isEmpty ? digits : chinese
    guard (1...Self.longestNumeral).contains(numeral.count),
      let number = ChineseNumeral.value(String(numeral)),
      let mark = rest.dropFirst(numeral.count).first
    else { return nil }
    self.number = number
    self.mark = mark
    length = (isBracketed ? 2 : 1) + numeral.count
    switch (isBracketed, chinese.isEmpty, mark) {
    case (true, false, "）"), (true, false, ")"): rank = .subsection
    case (true, true, "）"), (true, true, ")"): rank = .subitem
    case (false, false, "、"), (false, false, "."), (false, false, "．"): rank = .section
    case (false, true, "、"), (false, true, "."), (false, true, "．"), (false, true, ")"):
      rank = .item
    default: return nil
    }
  }

  private init(rank: Rank, number: Int, length: Int, mark: Character) {
    self.rank = rank
    self.number = number
    self.length = length
    self.mark = mark
  }

  /// 第一部分, 第二章.
  private static func part(_ characters: [Character]) -> OutlineNumber? {
    guard characters.first == "第" else { return nil }
    let numeral = characters.dropFirst().prefix {
      "一二三四五六七八九十".contains($0) || $0.isASCII && $0.isNumber
    }
    let rest = characters.dropFirst(1 + numeral.count)
    guard (1...longestNumeral).contains(numeral.count),
      let number = ChineseNumeral.value(String(numeral))
    else { return nil }
    for word in ["部分", "章"] where rest.starts(with: Array(word)) {
      return OutlineNumber(
        rank: .part, number: number, length: 1 + numeral.count + word.count, mark: "、")
    }
    return nil
  }
}
