import Budget

/// Finding words in text that is held as scalars.
extension RandomAccessCollection<Unicode.Scalar> where Index == Int {
  /// Whether the text at `place` reads `word`.
  func reads(_ word: Word, at place: Int) -> Bool {
    guard place >= startIndex, place + word.scalars.count <= endIndex else { return false }
    for (offset, scalar) in word.scalars.enumerated() where self[place + offset] != scalar {
      return false
    }
    return true
  }

  /// Where `word` first stands.
  func firstPlace(of word: Word) -> Int? {
    guard let first = word.scalars.first, count >= word.scalars.count else { return nil }
    for place in startIndex...(endIndex - word.scalars.count)
    where self[place] == first && reads(word, at: place) {
      return place
    }
    return nil
  }

  /// Whether any of `words` stands in the text.
  func containsAny(of words: [Word]) -> Bool {
    words.contains { firstPlace(of: $0) != nil }
  }

  /// The first of `words` with which the text ends.
  func ending(among words: [Word]) -> Word? {
    words.first { reads($0, at: endIndex - $0.scalars.count) }
  }

  /// The first of `words` with which the text begins.
  func beginning(among words: [Word]) -> Word? {
    words.first { reads($0, at: startIndex) }
  }
}

/// A word to be found, as scalars.
struct Word: ExpressibleByStringLiteral, Hashable {
  let scalars: [Unicode.Scalar]

  init(stringLiteral text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var text: String { scalars.text }
}
