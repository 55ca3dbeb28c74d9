import Budget

/// The words of a text as a reader sees changes: a figure with its unit is one word, and so is a
/// number, a Latin word, a Chinese character, a punctuation mark.
enum Words {
  static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let figures = FigureScanner.figures(in: text)
    var words: [String] = []
    var index = 0
    var next = 0
    while index < scalars.count {
      while next < figures.count, figures[next].range.lowerBound < index { next += 1 }
      let end: Int
      if next < figures.count, figures[next].range.lowerBound == index {
        end = figures[next].range.upperBound
      } else {
        let limit = next < figures.count ? figures[next].range.lowerBound : scalars.count
        end = wordEnd(scalars, from: index, limit: limit)
      }
      words.append(string(scalars[index..<end]))
      index = end
    }
    return words
  }

  private static func wordEnd(_ scalars: [Unicode.Scalar], from start: Int, limit: Int) -> Int {
    var end = start + 1
    if isLatin(scalars[start]) {
      while end < limit, isLatin(scalars[end]) || joins(scalars, at: end, limit) { end += 1 }
    }
    // Marks belong to what they stand on.
    while end < limit,
      scalars[end].properties.canonicalCombiningClass != .notReordered
        || scalars[end].properties.isVariationSelector
    {
      end += 1
    }
    return end
  }

  /// A point or comma between digits.
  private static func joins(_ scalars: [Unicode.Scalar], at index: Int, _ limit: Int) -> Bool {
    (scalars[index] == "." || scalars[index] == ",") && index + 1 < limit
      && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (scalar.value < 0x250 && scalar.properties.isAlphabetic)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A piece of a changed sentence.
struct WordChange: Sendable, Equatable, Encodable {
  /// Whether the piece stayed, went or came.
  enum Operation: String, Sendable, Encodable {
    case kept, removed, added
  }

  /// What became of the piece.
  let operation: Operation
  /// The words.
  let text: String

  /// From the words of `old` to those of `new`.
  static func between(_ old: String, _ new: String, years: YearPair) -> [WordChange] {
    let (oldWords, newWords) = (Words.split(old), Words.split(new))
    let pairs = Alignment.pairs(years.oldKeys(oldWords).exact, newWords.exact)
    var changes: [WordChange] = []
    func append(_ operation: Operation, _ words: ArraySlice<String>) {
      guard !words.isEmpty else { return }
      changes.append(WordChange(operation: operation, text: words.joined()))
    }
    var place = (old: 0, new: 0)
    var index = 0
    while true {
      let start = index
      let pair = index < pairs.count ? pairs[index] : (oldWords.count, newWords.count)
      append(.removed, oldWords[place.old..<pair.0])
      append(.added, newWords[place.new..<pair.1])
      guard index < pairs.count else { return changes }
      while index + 1 < pairs.count, pairs[index + 1].old == pairs[index].old + 1,
        pairs[index + 1].new == pairs[index].new + 1
      {
        index += 1
      }
      append(.kept, newWords[pairs[start].new...pairs[index].new])
      place = (pairs[index].old + 1, pairs[index].new + 1)
      index += 1
    }
  }
}
