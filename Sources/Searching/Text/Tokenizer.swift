import Budget

/// Collects what one part of a report can be found by.
struct Tokenizer {
  private var tokens = TokenSet()
  private var numbers: Set<UInt64> = []
  private var text = FoldedText()

  /// Adds a text: a label (title, name, code) or other words.
  mutating func add(_ words: String, isLabel: Bool) {
    guard !words.isEmpty else { return }
    text.fold(words)
    let scalars = text.scalars
    guard let first = scalars.first, let last = scalars.last else { return }
    if isLabel {
      tokens.insert(SearchToken.pair(SearchToken.start, first), isLabel: true)
      tokens.insert(SearchToken.pair(last, SearchToken.end), isLabel: true)
    }
    var index = 0
    var previous: UInt32 = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if FoldedText.isDigit(scalar) {
        index = number(from: index, isLabel: isLabel)
        previous = 0
        continue
      }
      index += 1
      guard scalar != FoldedText.blank else { continue }
      tokens.insert(SearchToken.character(scalar), isLabel: isLabel)
      if previous != 0 { tokens.insert(SearchToken.pair(previous, scalar), isLabel: isLabel) }
      previous = scalar
    }
  }

  /// Adds an amount of a table.
  mutating func add(_ amount: ExactDecimal) {
    if let key = SignificantDigits.key(amount) { numbers.insert(key) }
  }

  /// All that was added, in a fixed order; the tokenizer is empty afterwards.
  mutating func take() -> (tokens: [UInt64], numbers: [UInt64]) {
    defer { numbers.removeAll(keepingCapacity: true) }
    return (tokens.take(), Array(numbers))
  }

  /// Adds a number's beginnings, and the number itself where it is money or has decimals.
  /// Returns where it ends.
  private mutating func number(from start: Int, isLabel: Bool) -> Int {
    let scalars = text.scalars
    var end = start
    while end < scalars.count, FoldedText.isDigit(scalars[end]) { end += 1 }
    let whole = end
    if end < scalars.count, scalars[end] == FoldedText.point {
      end += 1
      while end < scalars.count, FoldedText.isDigit(scalars[end]) { end += 1 }
    }
    let isMoney = text.isMoneyUnit(at: end)
    let longest = isMoney ? SearchToken.longestMoneyPrefix : SearchToken.longestPrefix
    var value: UInt64 = 0
    for index in start..<min(whole, start + longest) {
      value = value * 10 + UInt64(scalars[index] - 0x30)
      tokens.insert(SearchToken.prefix(value, count: index - start + 1), isLabel: isLabel)
    }
    if isMoney || end > whole, let key = SignificantDigits.key(scalars[start..<end]) {
      numbers.insert(key)
    }
    return end
  }
}
