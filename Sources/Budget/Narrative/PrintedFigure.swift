/// A figure as a narrative prints it: a sum of money or a percentage, in digits or in words.
public struct PrintedFigure: Sendable, Hashable {
  /// What the number counts.
  public enum Measure: Sendable, Hashable {
    /// Money.
    case money(Unit)
    /// Hundredths (%).
    case percent

    /// What stands behind the number: the unit, or `%`.
    public var sign: String {
      switch self {
      case .money(let unit): unit.rawValue
      case .percent: "%"
      }
    }

    /// The measure that a text begins with, and how many characters it is written with.
    static func beginning(
      _ scalars: ArraySlice<Unicode.Scalar>
    ) -> (measure: Measure, length: Int)? {
      let place = scalars.startIndex
      guard place < scalars.endIndex else { return nil }
      switch scalars[place] {
      case "元": return (.money(.yuan), 1)
      case "%", "％": return (.percent, 1)
      default: break
      }
      guard place + 1 < scalars.endIndex, scalars[place + 1] == "元" else { return nil }
      switch scalars[place] {
      case "千": return (.money(.thousandYuan), 2)
      case "万": return (.money(.tenThousandYuan), 2)
      case "亿": return (.money(.hundredMillionYuan), 2)
      default: return nil
      }
    }
  }

  /// The number, without its thousands separators.
  public let number: ExactDecimal
  /// What it counts.
  public let measure: Measure

  /// A number of a measure.
  public init(number: ExactDecimal, measure: Measure) {
    self.number = number
    self.measure = measure
  }

  /// The sum of money, unless it is a percentage.
  public var amount: Amount? {
    guard case .money(let unit) = measure else { return nil }
    return Amount(number, unit)
  }

  /// Reads a text that is a figure and nothing else: `60,646,633.13元`, `94.90%`, `５万元`,
  /// `百分之五`.
  public init?(_ text: String) {
    self.init(Array(text.unicodeScalars)[...])
  }

  /// Reads a text, held as scalars, that is a figure and nothing else.
  public init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    let found = FigureScanner.figures(in: scalars)
    guard found.count == 1, found[0].range == scalars.startIndex..<scalars.endIndex else {
      return nil
    }
    self = found[0].figure
  }
}
