/// How far two wordings lie apart.
public enum EditDistance {
  /// How many characters must be put in, taken out or replaced to make one of the other
  /// (Levenshtein); `nil` as soon as it is sure to be more than `limit`. Takes time in proportion to
  /// the product of the lengths.
  public static func between(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      var least = i + 1
      row[0] = least
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        least = min(least, row[j + 1])
      }
      // No later row has less than the least of this one.
      if least > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
