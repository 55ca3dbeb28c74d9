import Budget

/// Collects what one part of a report can be found by: words, and apart from them amounts.
struct Tokenizer: ~Copyable {
  private var tokens = TokenSet()
  private var numbers: [UInt64] = []
  private var text = FoldedText()

  /// Adds a text: a label (title, name, code) or other words. Returns how many letters it has;
  /// digits do not count, so that a changed amount never changes the count.
  @discardableResult
  mutating func add(_ words: String, isLabel: Bool) -> Int {
    guard !words.isEmpty else { return 0 }
    text.fold(words)
    let scalars = text.scalars
    var letters = 0
    var index = 0
    var previous: UInt32 = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar >= 0x61 {
        tokens.insert(SearchToken.character(scalar), isLabel: isLabel)
        if previous != 0 {
          tokens.insert(SearchToken.pair(previous, scalar), isLabel: isLabel)
        }
        previous = scalar
        letters &+= 1
        index &+= 1
      } else {
        index = FoldedText.isDigit(scalar) ? number(in: scalars, from: index, isLabel) : index + 1
        previous = 0
      }
    }
    return letters
  }

  /// Adds an amount of a table.
  mutating func add(_ amount: ExactDecimal) {
    if let number = PrintedNumber(amount) { numbers.append(number.packed) }
  }

  /// All that was added; the tokenizer is empty afterwards.
  mutating func take() -> (labels: [UInt32], others: [UInt32], numbers: [UInt64]) {
    let (labels, others) = tokens.take()
    numbers.sort()
    var each: [UInt64] = []
    each.reserveCapacity(numbers.count)
    for number in numbers where number != each.last { each.append(number) }
    numbers.removeAll(keepingCapacity: true)
    return (labels, others, each)
  }

  /// Adds a figure, which is a number with a unit or decimals, among the amounts, and any other
  /// number by its beginnings. Returns where it ends.
  private mutating func number(in scalars: [UInt32], from start: Int, _ isLabel: Bool) -> Int {
    var end = start
    while end < scalars.count, FoldedText.isDigit(scalars[end]) { end += 1 }
    let whole = end
    if end < scalars.count, scalars[end] == FoldedText.point {
      end += 1
      while end < scalars.count, FoldedText.isDigit(scalars[end]) { end += 1 }
    }
    if end > whole || text.isUnit(at: end) {
      if let number = PrintedNumber(scalars[start..<end]) { numbers.append(number.packed) }
      return end
    }
    var value: UInt32 = 0
    for index in start..<min(whole, start + SearchToken.longestPrefix) {
      value = value * 10 + (scalars[index] - 0x30)
      tokens.insert(SearchToken.prefix(value, count: index - start + 1), isLabel: isLabel)
    }
    return end
  }
}
