/// Figures that are not just digits with a unit behind them.
extension FigureScanner {
  /// 五十六万元, 3万5千元: the number in words that ends at the 元 at `end`.
  ///
  /// Words are looked for from their end, since those of numbers are in many others (一般, 十四五),
  /// and 元 is in few. They end at the figure before, so each is read once.
  static func words(
    before end: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match? {
    let first = start ?? scalars.startIndex
    var begin = end
    while begin > first, isPartOfWords(scalars[begin - 1]) { begin -= 1 }
    // 试点五十万元
    while begin < end, scalars[begin] == "点" { begin += 1 }
    guard begin < end, !isGuess(begin, in: scalars), !isInNumber(begin, in: scalars),
      let numeral = ChineseNumeral(scalars[begin..<end]), numeral.isUnmistakable
    else { return nil }
    if begin > first, isCurrencySign(scalars[begin - 1]) { begin -= 1 }
    return figure(numeral.number, .money(numeral.unit), begin..<(end + 1), in: scalars)
  }

  /// Digits with a unit, if they are only the end of words: the 5千元 of 3万5千元.
  static func partOfWords(
    _ digits: Int, before unitEnd: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match? {
    guard digits > scalars.startIndex, ChineseNumeral.isWord(scalars[digits - 1]),
      scalars[unitEnd - 1] == "元",
      let match = words(before: unitEnd - 1, from: start, in: scalars),
      match.range.lowerBound < digits
    else { return nil }
    return match
  }

  /// 百分之五, 百分之十二点五, 百分之5.85.
  static func percentage(
    in scalars: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> Match? {
    let begin = start + 3
    guard begin < scalars.endIndex, scalars[start + 1] == "分", scalars[start + 2] == "之" else {
      return nil
    }
    if scalars[begin].digit != nil {
      let (number, end) = number(in: scalars, from: begin)
      return number.map { figure($0, .percent, start..<end, in: scalars) }
    }
    var end = begin
    while end < scalars.endIndex, ChineseNumeral.isWord(scalars[end]) { end += 1 }
    if end == begin + 1, scalars[begin] == "百" {
      return figure(ExactDecimal(100), .percent, start..<end, in: scalars)
    }
    guard let numeral = ChineseNumeral(scalars[begin..<end]), numeral.unit == .yuan else {
      return nil
    }
    return figure(numeral.number, .percent, start..<end, in: scalars)
  }

  /// ¥1,234.00元, ￥1,234.00, ¥-5万.
  static func sum(
    behindCurrencySign start: Int, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match? {
    var begin = start + 1
    while begin < scalars.endIndex, scalars[begin] == " " { begin += 1 }
    let isNegative = begin < scalars.endIndex && isMinus(scalars[begin])
    if isNegative { begin += 1 }
    guard begin < scalars.endIndex, scalars[begin].digit != nil else { return nil }
    let (value, end) = number(in: scalars, from: begin)
    guard let value, let (unit, unitEnd) = unitOfSum(in: scalars, from: end) else { return nil }
    let number = isNegative ? value.negated : value
    return figure(number, .money(unit), start..<unitEnd, in: scalars)
  }

  /// The unit behind a number that a currency sign has made a sum; 元 goes without saying.
  private static func unitOfSum(
    in scalars: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> (Unit, end: Int)? {
    if let (measure, end) = unit(in: scalars, from: start) {
      guard case .money(let unit) = measure else { return nil }
      return (unit, end)
    }
    guard start < scalars.endIndex, ChineseNumeral.isWord(scalars[start]) else {
      return (.yuan, start)
    }
    switch scalars[start] {
    case "万": return (.tenThousandYuan, start + 1)
    case "亿": return (.hundredMillionYuan, start + 1)
    default: return nil
    }
  }

  private static func isPartOfWords(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.isWord(scalar) || scalar.digit != nil
  }

  /// 几十万元, 数十万元.
  private static func isGuess(_ begin: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard begin > scalars.startIndex, scalars[begin] == "十" else { return false }
    return scalars[begin - 1] == "几" || scalars[begin - 1] == "数"
  }

  /// Whether the digit at `begin` is not the first of its number: 1.2万5千元.
  private static func isInNumber(_ begin: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard begin > scalars.startIndex + 1, scalars[begin].digit != nil,
      scalars[begin - 2].digit != nil
    else { return false }
    return switch scalars[begin - 1] {
    case ".", "．", ",", "，": true
    default: false
    }
  }

  private static func isCurrencySign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "¥" || scalar == "￥"
  }
}
