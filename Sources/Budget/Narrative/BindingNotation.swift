/// `[5元](=表[行].列)` as words of a text, where it was meant to bind a figure and does not.
///
/// Loading says what is wrong with it; checking leaves the figure alone, so that nobody is told to
/// bind it and nothing is written around it.
public struct BindingNotation: Sendable, Hashable {
  /// From the closing bracket to the equals sign.
  public let range: Range<Int>
  /// What is written in another width, or apart; empty for `](=` and `](<=`.
  public let slips: [Slip]

  /// What is not as it should be.
  public enum Slip: Sendable, Hashable {
    /// `［5元］`, `【5元】`
    case brackets
    /// `[5元] (=`
    case space
    /// `（=`
    case parentheses
    /// `(＝`
    case sign
  }

  /// The notation whose closing bracket stands at `place`; `nil` if there is none.
  public init?(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.indices.contains(place), Self.isClosingBracket(scalars[place]) else {
      return nil
    }
    var slips: [Slip] = scalars[place] == "]" ? [] : [.brackets]
    var index = Self.skippingSpaces(from: place + 1, in: scalars)
    if index > place + 1 { slips.append(.space) }
    guard index < scalars.endIndex, scalars[index] == "(" || scalars[index] == "（" else {
      return nil
    }
    if scalars[index] == "（" { slips.append(.parentheses) }
    index = Self.skippingSpaces(from: index + 1, in: scalars)
    if index < scalars.endIndex, scalars[index] == "<" { index += 1 }
    guard index < scalars.endIndex, scalars[index] == "=" || scalars[index] == "＝" else {
      return nil
    }
    if scalars[index] == "＝" { slips.append(.sign) }
    range = place..<(index + 1)
    self.slips = slips
  }

  /// Whether a figure's brackets may have been meant to end there.
  public static func isClosingBracket(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "]" || scalar == "］" || scalar == "】"
  }

  private static func skippingSpaces(
    from start: Int, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Int {
    var index = start
    while index < scalars.endIndex, scalars[index].isSpace { index += 1 }
    return index
  }
}
