/// How alike two wordings are.
enum Wording {
  /// How many characters have to change to make one of the other (Levenshtein).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let changed = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }

  /// The share of the shorter wording's neighbouring pairs that the other has too; 0…1.
  static func likeness(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count > 1 else { return 0 }
    let pairs = zip(short, short.dropFirst())
    let found = pairs.filter { first, second in
      zip(long, long.dropFirst()).contains { $0 == first && $1 == second }
    }
    return Double(found.count) / Double(short.count - 1)
  }
}
