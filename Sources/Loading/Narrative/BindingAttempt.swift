import Budget

/// Words that were meant to bind a figure and do not: what is wrong with them, and how they should
/// read.
struct BindingAttempt {
  /// Where the closing bracket stands in the words, and how far the notation goes from there.
  let range: Range<Int>
  /// Whether something is written in another width or apart, so that Markdown sees no link at all.
  let isSlip: Bool
  /// What is wrong, and how it should be.
  let message: String

  /// All in a text, from left to right.
  static func all(in text: String) -> [BindingAttempt] {
    guard text.withBytes(hasSign) else { return [] }
    let scalars = Array(text.unicodeScalars)[...]
    return scalars.indices.compactMap { place in
      BindingNotation(at: place, in: scalars).map { BindingAttempt($0, in: scalars) }
    }
  }

  /// Whether the text has an equals sign of either width; nearly none has.
  private static func hasSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { place in
      switch bytes[place] {
      case UInt8(ascii: "="): true
      // The last byte of `＝`, and of many a Chinese character.
      case 0x9D: place >= 2 && bytes[place - 1] == 0xBC && bytes[place - 2] == 0xEF
      default: false
      }
    }
  }

  private init(_ notation: BindingNotation, in scalars: ArraySlice<Unicode.Scalar>) {
    range = notation.range
    isSlip = !notation.slips.isEmpty
    let formula = Formula(scalars[notation.range.upperBound...])
    var faults = notation.slips.map(\.advice)
    if !formula.isClosed {
      faults.append("后面少了“)”")
    } else if formula.isClosedWide, !notation.slips.contains(.parentheses) {
      faults.append(BindingNotation.Slip.parentheses.advice)
    }
    if formula.hasWideQuotes { faults.append("说明要放在英文双引号里，前面空一格") }
    if faults.isEmpty {
      message =
        "这里的数据来源没有写成：算式里有空格时要加尖括号，如 [5元](<=收入[总计].合计 - 文外.2020收入>)，"
        + "并检查括号是否成对。"
      return
    }
    // No figure is longer.
    let words = scalars[..<notation.range.lowerBound].suffix(80)
    let opening = words.lastIndex { $0 == "[" || $0 == "［" || $0 == "【" }
    let figure = opening.map { words[($0 + 1)...].text } ?? "数字"
    let example = formula.isClosed ? formula.corrected : "表[行].列"
    message = "这里的数据来源没有写成：" + faults.joined(separator: "；") + "。请写成 [\(figure)](=\(example))。"
  }
}

extension BindingNotation.Slip {
  /// What is wrong, as a message says it.
  var advice: String {
    switch self {
    case .brackets: "方括号要用半角的“[”“]”"
    case .space: "“]”和“(”之间不能有空格"
    case .parentheses: "圆括号要用半角的“(”“)”"
    case .sign: "等号要用半角的“=”"
    }
  }
}

/// What stands behind the equals sign, up to the parenthesis that closes it.
private struct Formula {
  let words: ArraySlice<Unicode.Scalar>
  let isClosed: Bool
  let isClosedWide: Bool

  /// Stops where the next one begins, so that a text full of them is gone through once.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var depth = 1
    var index = scalars.startIndex
    while index < scalars.endIndex {
      switch scalars[index] {
      case "\\": index += 1
      case "(", "（": depth += 1
      case ")", "）": depth -= 1
      default: break
      }
      if depth == 0 || BindingNotation(at: index, in: scalars) != nil { break }
      index += 1
    }
    isClosed = depth == 0
    let end = min(index, scalars.endIndex)
    words = scalars[..<end]
    isClosedWide = isClosed && scalars[end] == "）"
  }

  /// Whether a note stands in Chinese quotation marks, as names in brackets may.
  var hasWideQuotes: Bool { noteStart != nil }

  /// With a note in the right quotation marks.
  var corrected: String {
    guard let start = noteStart else { return words.text }
    let note = words[start...].filter { !"“”‘’\"".unicodeScalars.contains($0) }
    return words[..<start].text.trimmed + " \"" + note.text + "\""
  }

  private var noteStart: Int? {
    words.indices.first { place in
      (words[place] == "“" || words[place] == "‘")
        && place > words.startIndex && words[place - 1].isSpace
    }
  }
}
