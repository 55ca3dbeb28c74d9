/// Finds the names that somebody probably meant to write.
public enum NearNames {
  /// Nobody writes longer names by hand, nor looks through more of them.
  private static let (longestName, mostNames) = (64, 1_000)

  /// Those of `names` that differ least from `text`, three at most and in their order: one is a part
  /// of the other, or no more than half of it is written otherwise.
  public static func nearest(to text: String, among names: [String]) -> [String] {
    let meant = folded(text)
    let wanted = comparable(meant)
    guard (1...longestName).contains(wanted.count) else { return [] }
    var nearest: [String] = []
    var seen: Set<ExactText> = []
    var limit = max(1, wanted.count / 2)
    for name in names.prefix(mostNames) {
      let other = folded(name)
      guard !meant.isAnotherTable(than: other),
        let distance = distance(from: wanted, to: comparable(other), atMost: limit),
        seen.insert(ExactText(name)).inserted
      else { continue }
      if distance < limit {
        limit = distance
        nearest = []
      }
      nearest.append(name)
    }
    return Array(nearest.prefix(3))
  }

  /// How far a name lies from the wanted one; `nil` if it is further than `limit`, or has nothing of
  /// it.
  private static func distance(
    from wanted: [Unicode.Scalar], to name: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard !name.isEmpty, name.count <= longestName else { return nil }
    if limit > 0, wanted != name, isPart(wanted, of: name) || isPart(name, of: wanted) { return 1 }
    guard abs(name.count - wanted.count) <= limit else { return nil }
    let distance = EditDistance.between(wanted, name, atMost: limit)
    return distance.flatMap { $0 < name.count ? $0 : nil }
  }

  /// Whether the one, of two characters at least, begins or ends the other: 基本支出 of 基本支出（元）.
  private static func isPart(_ part: [Unicode.Scalar], of whole: [Unicode.Scalar]) -> Bool {
    part.count >= 2 && (whole.starts(with: part) || whole.suffix(part.count) == part[...])
  }

  /// White space, `-` and `_` are confused as often as width and case.
  private static func comparable(_ name: FoldedName) -> [Unicode.Scalar] {
    name.scalars.filter { $0 != "-" && $0 != "_" && !$0.isSpace }
  }

  private static func folded(_ name: String) -> FoldedName {
    FoldedName(name, atMost: 2 * longestName)
  }
}
