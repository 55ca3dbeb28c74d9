import Budget

/// Finds what somebody probably meant to type.
enum Suggestion {
  private static let longest = 40

  /// The name of the column that differs least from `text`, if it differs little.
  static func nearest(to text: String, in columns: [Column]) -> String? {
    let typed = Array(HeaderNames.comparable(text).unicodeScalars.prefix(longest + 1))
    guard (1...longest).contains(typed.count) else { return nil }
    var best: (name: String, distance: Int)?
    for column in columns {
      for name in [column.title, column.id] + column.aliases {
        let known = Array(HeaderNames.comparable(name).unicodeScalars.prefix(longest))
        let distance =
          isPart(typed, known) || isPart(known, typed) ? 1 : EditDistance.between(typed, known)
        guard distance * 2 <= max(typed.count, 2), distance < known.count,
          distance < best?.distance ?? .max
        else { continue }
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// Whether the one, of two characters at least, begins or ends the other: 基本支出 of 基本支出(元).
  private static func isPart(_ part: [Unicode.Scalar], _ whole: [Unicode.Scalar]) -> Bool {
    part.count >= 2 && (whole.starts(with: part) || whole.suffix(part.count) == part[...])
  }
}
