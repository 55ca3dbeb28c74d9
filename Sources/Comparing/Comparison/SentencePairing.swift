import Budget

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
    let likeness = likeness()
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

  /// For each old and each new sentence the thousandths of the words that both have, counted with
  /// their number; 0 below one half.
  ///
  /// Each sentence's words are counted once, and a word is looked up once for all old sentences: a
  /// paragraph without stops is as long as a narrative may be.
  private func likeness() -> [[Int]] {
    var holders: [ExactText: [(sentence: Int, count: Int)]] = [:]
    for (index, words) in old.enumerated() {
      for (word, count) in Self.counts(words) { holders[word, default: []].append((index, count)) }
    }
    var likeness = old.map { _ in new.map { _ in 0 } }
    for (index, words) in new.enumerated() {
      var common = old.map { _ in 0 }
      for (word, count) in Self.counts(words) {
        for holder in holders[word] ?? [] { common[holder.sentence] += min(count, holder.count) }
      }
      for (other, common) in common.enumerated() {
        let share = 2000 * common / max(1, old[other].count + words.count)
        if share >= 500 { likeness[other][index] = share }
      }
    }
    return likeness
  }

  private static func counts(_ words: [String]) -> [ExactText: Int] {
    words.reduce(into: [:]) { $0[$1.exact, default: 0] += 1 }
  }
}
