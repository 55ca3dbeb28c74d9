import Budget

extension CheckRun {
  /// Warns of changes whose reason nobody gives.
  ///
  /// A reason may stand in the same sentence, in one of the next two, at the beginning of the next
  /// passage, or wherever the same change is told again.
  mutating func checkReasons(_ passages: [Passage]) {
    var unexplained: [(figure: Passage.Figure, passage: Int)] = []
    var explained: [PrintedFigure] = []
    for (place, passage) in passages.enumerated() where !passage.figures.isEmpty {
      for figure in Self.changes(of: passage) {
        guard let printed = figure.printed, !printed.number.isZero else { continue }
        let next = place + 1 < passages.count ? passages[place + 1] : nil
        if Reasons.follow(figure, in: passage, next: next) {
          explained.append(printed)
        } else {
          unexplained.append((figure, place))
        }
      }
    }
    for (figure, place) in unexplained {
      guard let printed = figure.printed, !explained.contains(printed) else { continue }
      let passage = passages[place]
      findings.append(
        Finding(
          .changeWithoutReason, at: passage.position(of: figure), length: figure.range.count,
          severity: .warning, "“\(passage.text(of: figure))”的增减变化没有说明原因，请补充主要原因。",
          stated: printed.number.description))
    }
  }

  /// The amounts of change: money right behind 增加, 减少 and the like, in a comparison.
  private static func changes(of passage: Passage) -> [Passage.Figure] {
    var start = passage.scalars.startIndex
    return passage.figures.filter { figure in
      defer { start = figure.range.upperBound }
      guard figure.isMoney, start <= figure.range.lowerBound else { return false }
      let words = passage.scalars[start..<figure.range.lowerBound]
      return SentencePatterns.change(words) != nil
        || SentencePatterns.comparisonWithChange(words) != nil
    }
  }
}

/// Words that give a reason.
enum Reasons {
  private static let words: [Word] = ["原因", "由于", "因", "主要是", "为了", "主要用于", "系"]

  static func follow(_ figure: Passage.Figure, in passage: Passage, next: Passage?) -> Bool {
    let scalars = passage.scalars
    let start =
      scalars[..<figure.range.lowerBound].lastIndex(of: "。").map { $0 + 1 }
      ?? scalars.startIndex
    var end = figure.range.upperBound
    var stops = 0
    while end < scalars.endIndex, stops < 3 {
      if scalars[end] == "。" { stops += 1 }
      end += 1
    }
    if scalars[start..<end].containsAny(of: words) { return true }
    guard stops < 3, let next, next.headingLevel == nil else { return false }
    return next.scalars.prefix(20).containsAny(of: words)
  }
}
