/// Words that stand where something was to be filled in: 待填写, XX单位, ____.
public enum UnfilledWords {
  /// The one that a new report is written with.
  public static let usual = "待填写"

  /// Those that are written out; longer ones before those that they begin with.
  private static let words = [
    usual, "待补充", "待填", "待定", "待核实", "某某", "TODO", "TBD", "□□",
  ].map { Array($0.unicodeScalars) }

  /// The first in a text; `nil` if there is none.
  public static func first(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)[...]
    for place in scalars.indices {
      guard let length = length(at: place, in: scalars) else { continue }
      return scalars[place..<(place + length)].text
    }
    return nil
  }

  /// How many characters the one at `place` has; `nil` if there is none.
  public static func length(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let first = scalars[place]
    switch first {
    case "X", "x", "×":
      return crosses(at: place, in: scalars)
    case "_", "＿":
      let end = scalars[place...].firstIndex { $0 != first } ?? scalars.endIndex
      return end - place >= 3 ? end - place : nil
    case "待", "某", "T", "□":
      return words.first { scalars[place...].starts(with: $0) }?.count
    default: return nil
    }
  }

  /// Two crosses or more that are no part of a Latin word or a product: `XX单位`, `××元`.
  private static func crosses(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    // Judged with the first of them.
    if place > scalars.startIndex, isCross(scalars[place - 1]) { return nil }
    let end = scalars[place...].firstIndex { !isCross($0) } ?? scalars.endIndex
    let isPart =
      place > scalars.startIndex && scalars[place - 1].isLatinOrDigit
      || end < scalars.endIndex && scalars[end].isLatinOrDigit
    return end - place >= 2 && !isPart ? end - place : nil
  }

  private static func isCross(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "X" || scalar == "x" || scalar == "×"
  }
}
