import Budget

/// Goes through the beginning of a label: its numbering, and 其中.
struct LabelScanner {
  private var rest: String.UnicodeScalarView.Iterator
  /// The next character; `nil` at the end.
  private(set) var next: Unicode.Scalar?
  /// How many bytes stand before it.
  private(set) var offset = 0

  /// A scanner of a label's plain words.
  init(_ text: String) {
    rest = text.unicodeScalars.makeIterator()
    next = rest.next()
  }

  /// Passes a numbering, and returns its rank: 1 for 一、 2 for （一） 3 for 1、 4 for （1）.
  mutating func skipNumbering() -> Int? {
    guard let next, Self.mayBeginNumbering(next) else { return nil }
    var ahead = self
    let isBracketed = ahead.take("（") || ahead.take("(")
    let isChinese = ahead.next.map(Self.isChineseDigit) == true
    var digits = 0
    while let next = ahead.next, isChinese ? Self.isChineseDigit(next) : next.digit != nil {
      digits += 1
      ahead.advance()
    }
    guard (1...4).contains(digits) else { return nil }
    if isBracketed {
      guard ahead.take("）") || ahead.take(")") else { return nil }
    } else if !ahead.take("、") {
      guard ahead.take(".") || ahead.take("．") else { return nil }
      // 1.5 is a number, not a first item.
      if let next = ahead.next, next.digit != nil { return nil }
    }
    self = ahead
    return (isChinese ? 1 : 3) + (isBracketed ? 1 : 0)
  }

  /// Passes 其中 with its colon or semicolon; tells whether it stood there.
  mutating func skipBreakdown() -> Bool {
    guard next == "其" else { return false }
    var ahead = self
    ahead.advance()
    guard ahead.take("中") else { return false }
    switch ahead.next {
    case "：", "；", ":", ";", "，", ",", "、": ahead.advance()
    default: break
    }
    self = ahead
    return true
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  private mutating func advance() {
    guard let passed = next else { return }
    offset += UTF8.width(passed)
    next = rest.next()
  }

  private static func mayBeginNumbering(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "（" || scalar == "(" || scalar.digit != nil || isChineseDigit(scalar)
  }

  private static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    default: false
    }
  }
}
