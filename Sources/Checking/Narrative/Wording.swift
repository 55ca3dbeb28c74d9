/// How alike two wordings are.
enum Wording {
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
