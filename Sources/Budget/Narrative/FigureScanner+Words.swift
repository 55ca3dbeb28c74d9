/// What figures are made of besides plain digits with a unit: words, currency signs, 百分之.
extension FigureScanner {
  /// 五十六万元, 3万5千元: the number in words that ends at the 元 at `end`.
  ///
  /// Words are looked for from their end, since those of numbers are in many others (一般, 十四五),
  /// and 元 is in few. They end at the figure before, so each is read once.
  static func words(
    before end: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match? {
    guard !beginsWord(end, in: scalars),
      let (numeral, begin) = numeral(before: end, from: start, in: scalars),
      numeral.isUnmistakable
    else { return nil }
    if let (fen, fenEnd) = fen(from: end + 1, in: scalars), let yuan = numeral.wholeYuan {
      let number = ExactDecimal(coefficient: yuan * 100 + fen, scale: 2)
      return figure(number, .money(.yuan), begin..<fenEnd, in: scalars)
    }
    return figure(numeral.number, .money(numeral.unit), begin..<(end + 1), in: scalars)
  }

  /// The number in words that ends at `end`, and where it begins, with the ¥ before it.
  private static func numeral(
    before end: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> (ChineseNumeral, begin: Int)? {
    let first = start ?? scalars.startIndex
    var begin = end
    while begin > first, isPartOfWords(scalars[begin - 1]) { begin -= 1 }
    // 试点五十万元
    while begin < end, scalars[begin] == "点" { begin += 1 }
    guard begin < end, !isGuess(begin, in: scalars), !isInNumber(begin, in: scalars),
      let numeral = ChineseNumeral(scalars[begin..<end])
    else { return nil }
    let hasSign = begin > first && isCurrencySign(scalars[begin - 1])
    return (numeral, hasSign ? begin - 1 : begin)
  }

  /// 柒角捌分, 七角, 零五分: what follows 元 in a formal amount.
  private static func fen(
    from start: Int, in scalars: ArraySlice<Unicode.Scalar>
  ) -> (Int128, end: Int)? {
    var (place, fen) = (start, Int128(0))
    if place + 1 < scalars.endIndex, scalars[place + 1] == "角",
      let digit = ChineseNumeral.digit(scalars[place])
    {
      fen = 10 * digit
      place += 2
    }
    var next = place
    if next < scalars.endIndex, scalars[next] == "零" { next += 1 }
    if next + 1 < scalars.endIndex, scalars[next + 1] == "分",
      let digit = ChineseNumeral.digit(scalars[next])
    {
      fen += digit
      place = next + 2
    }
    return place > start ? (fen, place) : nil
  }

  /// 元宵, 元旦, 元件, 元首: whether the 元 at `place` is the beginning of another word.
  private static func beginsWord(_ place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard place + 1 < scalars.endIndex else { return false }
    return switch scalars[place + 1] {
    case "宵", "旦", "件", "器", "素", "首", "老", "勋": true
    default: false
    }
  }

  /// What begins with the digit at `index`, and where to read on; no figure without a unit behind it,
  /// or where they are the end of a number that cannot be read.
  static func digits(
    at index: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> (Match?, end: Int) {
    let (value, end) = number(in: scalars, from: index)
    guard let value, let (measure, unitEnd) = unit(in: scalars, from: end) else {
      return (nil, end)
    }
    if let whole = partOfWords(index, before: unitEnd, from: start, in: scalars) {
      return (whole, whole.range.upperBound)
    }
    if measure != .percent, isContinuation(index, from: start, in: scalars) {
      return (behindWords(value, measure, index..<unitEnd, from: start, in: scalars), unitEnd)
    }
    return (figure(value, measure, index..<unitEnd, in: scalars), unitEnd)
  }

  /// Whether digits at `place` go on with a number in words: 3万, 1.2万, 五百.
  private static func isContinuation(
    _ place: Int, from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard place - 2 >= start ?? scalars.startIndex, isPartOfWords(scalars[place - 2]) else {
      return false
    }
    return ChineseNumeral.isMultiplier(scalars[place - 1])
  }

  /// Digits behind 万 or 亿 that have a point or separators: the 2345.67万元 of 1亿2345.67万元. They
  /// must fill all places, since 三万5元 may be anything.
  private static func behindWords(
    _ value: ExactDecimal, _ measure: PrintedFigure.Measure, _ digits: Range<Int>,
    from start: Int?, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match? {
    guard case .money(let unit) = measure,
      let (larger, begin) = numeral(before: digits.lowerBound, from: start, in: scalars),
      larger.number.scale == 0, larger.unit.exponent > unit.exponent,
      let one = ExactDecimal.powerOfTen(larger.unit.exponent - unit.exponent),
      value < ExactDecimal(coefficient: one, scale: 0),
      value >= ExactDecimal(coefficient: one / 10, scale: 0),
      let number = ExactDecimal(coefficient: larger.number.coefficient * one, scale: 0)
        .adding(value)
    else { return nil }
    return figure(number, measure, begin..<digits.upperBound, in: scalars)
  }

  /// Digits with a unit, if they are only the end of words: the 5千元 of 3万5千元.
  private static func partOfWords(
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
    guard begin < scalars.endIndex, scalars[start + 1] == "分", scalars[start + 2] == "之",
      // 三百分之一
      start == scalars.startIndex || !isPartOfWords(scalars[start - 1])
    else { return nil }
    if scalars[begin].digit != nil {
      let (number, end) = number(in: scalars, from: begin)
      // 百分之5点5
      if end < scalars.endIndex, ChineseNumeral.isWord(scalars[end]) { return nil }
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
    // ¥5万5千元
    guard start + 1 == scalars.endIndex || !isPartOfWords(scalars[start + 1]) else { return nil }
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
