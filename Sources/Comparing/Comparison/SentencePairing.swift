/// Pairs the sentences of two stretches that have no sentence in common: those that share at least
/// half of their words are one sentence, changed.
struct SentencePairing {
  let old: [[String]]
  let new: [[String]]

  /// Longer stretches are taken as replaced: every sentence is compared with every other.
  private static let longest = 200

  /// The pairs, both rising, with as much in common as possible.
  func pairs() -> [(Int, Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count <= Self.longest, new.count <= Self.longest else {
      return []
    }
    let likeness = old.map { words in new.map { Self.likeness(words, $0) } }
    var best = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        best[i][j] = max(
          best[i + 1][j], best[i][j + 1],
          likeness[i][j] > 0 ? likeness[i][j] + best[i + 1][j + 1] : 0)
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if likeness[i][j] > 0, best[i][j] == likeness[i][j] + best[i + 1][j + 1] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// Thousandths of the words that both have, counted with their number; 0 below one half.
  private static func likeness(_ old: [String], _ new: [String]) -> Int {
    var counts: [String: Int] = [:]
    for word in old { counts[word, default: 0] += 1 }
    var common = 0
    for word in new {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    let share = 2000 * common / max(1, old.count + new.count)
    return share >= 500 ? share : 0
  }
}
