/// Finds the figures that a text prints.
public enum FigureScanner {
  /// A figure and where it stands in the text.
  public struct Match: Sendable, Hashable {
    /// The figure.
    public let figure: PrintedFigure
    /// The place in the text, counted in Unicode scalars, number and unit together.
    public let range: Range<Int>
  }

  /// All figures of `text` from left to right: every number with 元, 万元, 亿元, % or ％ behind it.
  ///
  /// Full-width digits and points count as digits, `,` and `，` as thousands separators where three
  /// digits stand between them. A number too long to be exact is not a figure.
  public static func figures(in text: String) -> [Match] {
    figures(in: Array(text.unicodeScalars))
  }

  /// All figures of a text that is held as scalars.
  public static func figures(in scalars: [Unicode.Scalar]) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < scalars.count {
      guard digit(scalars[index]) != nil else {
        index += 1
        continue
      }
      let (notation, end) = number(in: scalars, from: index)
      if let (measure, unitEnd) = unit(in: scalars, from: end),
        let number = ExactDecimal(notation)
      {
        let start = sign(before: index, in: scalars) ? index - 1 : index
        let value = start < index ? number.negated : number
        matches.append(
          Match(
            figure: PrintedFigure(number: value, measure: measure), range: start..<unitEnd))
        index = unitEnd
      } else {
        index = end
      }
    }
    return matches
  }

  /// Reads digits with their separators and at most one point.
  private static func number(
    in scalars: [Unicode.Scalar], from start: Int
  ) -> (notation: String, end: Int) {
    var notation = ""
    var index = start
    var hasPoint = false
    while index < scalars.count {
      if let digit = digit(scalars[index]) {
        notation.unicodeScalars.append(digit)
      } else if !hasPoint, isPoint(scalars[index]), index + 1 < scalars.count,
        digit(scalars[index + 1]) != nil
      {
        hasPoint = true
        notation += "."
      } else if hasPoint || !isSeparator(scalars, at: index) {
        break
      }
      index += 1
    }
    return (notation, index)
  }

  /// The measure that stands at `start`, after spaces.
  private static func unit(
    in scalars: [Unicode.Scalar], from start: Int
  ) -> (PrintedFigure.Measure, end: Int)? {
    var index = start
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count else { return nil }
    switch scalars[index] {
    case "元": return (.money(.yuan), index + 1)
    case "%", "％": return (.percent, index + 1)
    case "万" where index + 1 < scalars.count && scalars[index + 1] == "元":
      return (.money(.tenThousandYuan), index + 2)
    case "亿" where index + 1 < scalars.count && scalars[index + 1] == "元":
      return (.money(.hundredMillionYuan), index + 2)
    default: return nil
    }
  }

  /// A minus belongs to the number unless something it could be subtracted from stands before it.
  private static func sign(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, scalars[index - 1] == "-" || scalars[index - 1] == "−" else { return false }
    guard index > 1 else { return true }
    return digit(scalars[index - 2]) == nil && !scalars[index - 2].properties.isAlphabetic
  }

  /// A separator has a digit before it and exactly three behind it.
  private static func isSeparator(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "," || scalars[index] == "，", index + 3 < scalars.count else {
      return false
    }
    let next = (1...3).allSatisfy { digit(scalars[index + $0]) != nil }
    return next && (index + 4 == scalars.count || digit(scalars[index + 4]) == nil)
  }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "．"
  }

  /// The ASCII digit that an ASCII or full-width digit means.
  static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }
}
