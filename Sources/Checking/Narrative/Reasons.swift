import Budget

extension CheckRun {
  /// Warns of changes whose reason nobody gives.
  ///
  /// A reason may stand in the same sentence, in one of the next two, at the beginning of the next
  /// passage, or wherever the same change is told again.
  mutating func checkReasons(_ passages: [Passage]) {
    var unexplained: [(figure: Passage.Figure, passage: Int)] = []
    var explained: Set<PrintedFigure> = []
    for (place, passage) in passages.enumerated() where !passage.figures.isEmpty {
      let changes = Self.changes(of: passage).filter { $0.printed?.number.isZero == false }
      guard !changes.isEmpty else { continue }
      let next = place + 1 < passages.count ? passages[place + 1] : nil
      let reasons = Reasons(of: passage, next: next)
      for figure in changes {
        guard let printed = figure.printed else { continue }
        if reasons.explain(figure) {
          explained.insert(printed)
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

/// Where a passage gives reasons, read once for all of its figures.
private struct Reasons {
  /// None is the beginning of another, so that at most one of them stands at a place.
  private static let words: [Word] = ["原因", "由于", "因", "主要是", "为了", "主要用于", "系"]

  private let scalars: ArraySlice<Unicode.Scalar>
  /// The full stops.
  private var stops: [Int] = []
  /// Where words that give a reason stand, from left to right.
  private var places: [Range<Int>] = []
  /// Whether the next passage begins with a reason.
  private let continues: Bool

  init(of passage: Passage, next: Passage?) {
    scalars = passage.scalars
    continues =
      next.map {
        $0.headingLevel == nil && $0.scalars.prefix(20).containsAny(of: Self.words)
      } ?? false
    for place in scalars.indices {
      if scalars[place] == "。" { stops.append(place) }
      if let word = Self.words.first(where: { scalars.reads($0, at: place) }) {
        places.append(place..<(place + word.scalars.count))
      }
    }
  }

  /// Whether a reason stands in the figure's sentence or in one of the next two, or at the beginning
  /// of the next passage if that is one of them.
  func explain(_ figure: Passage.Figure) -> Bool {
    let before = stops.firstPlace { $0 < figure.range.lowerBound }
    let start = before > 0 ? stops[before - 1] + 1 : scalars.startIndex
    let last = stops.firstPlace { $0 < figure.range.upperBound } + 2
    let end = last < stops.count ? stops[last] + 1 : scalars.endIndex
    var place = places.firstPlace { $0.lowerBound < start }
    // One that ends behind is cut off; there are no more of them than a word is long.
    while place < places.count, places[place].lowerBound < end {
      if places[place].upperBound <= end { return true }
      place += 1
    }
    return last >= stops.count && continues
  }
}
