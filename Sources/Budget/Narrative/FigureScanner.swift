/// Finds the figures that a text prints.
public enum FigureScanner {
  /// A figure and where it stands in the text.
  public struct Match: Sendable, Hashable {
    /// The figure.
    public let figure: PrintedFigure
    /// The place in the text, counted in Unicode scalars, number and unit together.
    public let range: Range<Int>
  }

  /// All figures of `text` from left to right: every number with 元, 千元, 万元, 亿元, % or ％ behind
  /// it, 百分之 before it, or ¥ before it, and every number in words with a unit (五十六万元).
  ///
  /// Full-width digits and points count as digits, `,` and `，` as thousands separators where three
  /// digits stand between them. A number too long to be exact is not a figure.
  public static func figures(in text: String) -> [Match] {
    figures(in: Array(text.unicodeScalars)[...])
  }

  /// All figures of a text that is held as scalars; their ranges are places in the slice.
  public static func figures(in scalars: ArraySlice<Unicode.Scalar>) -> [Match] {
    var matches: [Match] = []
    var index = scalars.startIndex
    /// Where the last figure ends.
    var last: Int?
    while index < scalars.endIndex {
      var match: Match?
      var next = index + 1
      switch scalars[index].value {
      case 0x5143:  // 元
        match = words(before: index, from: last, in: scalars)
      case 0x767E:  // 百
        match = percentage(in: scalars, from: index)
      // Nearly all other words.
      case 0x3000...0x9FFF: break
      case 0x30...0x39, 0xFF10...0xFF19:
        (match, next) = digits(at: index, from: last, in: scalars)
      case 0xA5, 0xFFE5:  // ¥, ￥
        match = sum(behindCurrencySign: index, in: scalars)
      default: break
      }
      if let match {
        matches.append(match)
        next = match.range.upperBound
        last = next
      }
      index = next
    }
    return matches
  }

  /// The figure of a number, with the minus that may stand before it.
  static func figure(
    _ number: ExactDecimal, _ measure: PrintedFigure.Measure, _ range: Range<Int>,
    in scalars: ArraySlice<Unicode.Scalar>
  ) -> Match {
    let isNegative = sign(before: range.lowerBound, in: scalars)
    return Match(
      figure: PrintedFigure(number: isNegative ? number.negated : number, measure: measure),
      range: (isNegative ? range.lowerBound - 1 : range.lowerBound)..<range.upperBound)
  }

  /// Reads digits with their separators and at most one point; no number if it is too long to be
  /// exact.
  static func number(
    in scalars: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> (ExactDecimal?, end: Int) {
    var coefficient: Int128 = 0
    var digits = 0
    var scale: Int?
    var index = start
    while index < scalars.endIndex {
      if let digit = scalars[index].digit {
        digits += 1
        if let decimals = scale { scale = decimals + 1 }
        if digits <= ExactDecimal.maximumDigits { coefficient = coefficient * 10 + Int128(digit) }
      } else if scale == nil, isPoint(scalars[index]), index + 1 < scalars.endIndex,
        scalars[index + 1].digit != nil
      {
        scale = 0
      } else if scale != nil || !isSeparator(scalars, at: index) {
        break
      }
      index += 1
    }
    guard digits <= ExactDecimal.maximumDigits, scale ?? 0 <= ExactDecimal.maximumScale else {
      return (nil, index)
    }
    return (ExactDecimal(coefficient: coefficient, scale: scale ?? 0), index)
  }

  /// The measure that stands at `start`, after spaces.
  static func unit(
    in scalars: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> (PrintedFigure.Measure, end: Int)? {
    var index = start
    while index < scalars.endIndex, scalars[index] == " " { index += 1 }
    return PrintedFigure.Measure.beginning(scalars[index...]).map {
      ($0.measure, index + $0.length)
    }
  }

  /// A minus belongs to the number unless something it could be subtracted from stands before it.
  private static func sign(before index: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let first = scalars.startIndex
    guard index > first, isMinus(scalars[index - 1]) else { return false }
    guard index > first + 1 else { return true }
    return scalars[index - 2].digit == nil && !scalars[index - 2].properties.isAlphabetic
  }

  static func isMinus(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "−" }

  /// A separator has a digit before it and exactly three behind it.
  private static func isSeparator(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    guard scalars[index] == "," || scalars[index] == "，", index + 3 < scalars.endIndex else {
      return false
    }
    let next = (1...3).allSatisfy { scalars[index + $0].digit != nil }
    return next && (index + 4 == scalars.endIndex || scalars[index + 4].digit == nil)
  }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "．"
  }
}
