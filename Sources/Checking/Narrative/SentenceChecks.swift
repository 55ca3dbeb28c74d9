import Budget

extension CheckRun {
  /// Checks what the sentences of a passage say about its figures, by arithmetic alone.
  mutating func checkSentences(of passage: Passage) {
    guard !passage.figures.isEmpty else { return }
    let figures = passage.figures.filter { $0.printed != nil }
    for place in figures.indices where figures[place].isMoney {
      checkSameAsLastYear(
        figures[place], in: passage, followedBy: gap(passage, figures, after: place))
    }
    guard figures.count > 1 else { return }
    for place in figures.indices.dropLast() where figures[place].isMoney {
      checkChange(passage, figures, from: place)
      checkUnnamedChange(passage, figures, from: place)
      checkShare(passage, figures, from: place)
      checkSame(passage, figures, from: place)
    }
  }

  /// The words between two neighbouring figures.
  private func gap(
    _ passage: Passage, _ figures: [Passage.Figure], after place: Int
  ) -> ArraySlice<Unicode.Scalar> {
    let start = figures[place].range.upperBound
    let end =
      place + 1 < figures.count ? figures[place + 1].range.lowerBound : passage.scalars.endIndex
    return passage.scalars[start..<max(start, end)]
  }

  /// “A，比P年B减少C，下降D%”, “A，比P年B下降D%”.
  private mutating func checkChange(
    _ passage: Passage, _ figures: [Passage.Figure], from place: Int
  ) {
    guard place + 2 < figures.count, figures[place + 1].isMoney,
      SentencePatterns.isComparison(gap(passage, figures, after: place)),
      let direction = SentencePatterns.change(gap(passage, figures, after: place + 1))
    else { return }
    let (before, third) = (figures[place + 1], figures[place + 2])
    let now = comparand(figures[0...place], before, third)
    guard third.isMoney else {
      checkDirection(direction, of: third, now, before, in: passage)
      checkRate(third, now: now, before: before, in: passage)
      return
    }
    checkDifference(third, direction, now: now, before: before, in: passage)
    let rate = gap(passage, figures, after: place + 2)
    guard place + 3 < figures.count, !figures[place + 3].isMoney else { return }
    let (leads, rateDirection) = SentencePatterns.leadsToRate(rate)
    guard leads else { return }
    if let rateDirection, rateDirection != direction {
      report(
        .sentenceDirection, figures[place + 3], involving: [now, before], in: passage,
        "前面说\(direction.text)，后面说\(rateDirection.text)，方向不一致。")
    }
    checkRate(figures[place + 3], now: now, before: before, in: passage)
  }

  /// The figure that is compared with `before`: the nearest, unless only one further ahead makes
  /// the sentence true (“预算A，其中基本支出E，比上年B减少C”).
  private func comparand(
    _ figures: ArraySlice<Passage.Figure>, _ before: Passage.Figure, _ change: Passage.Figure
  ) -> Passage.Figure {
    var candidates: [Passage.Figure] = []
    for figure in figures.reversed() where figure.isMoney {
      candidates.append(figure)
      if candidates.count == 6 { break }
    }
    let fitting = candidates.first { now in
      guard let printed = change.printed,
        let difference = SentenceOperands([now, before], change).difference
      else { return false }
      if change.isMoney { return printed.agrees(with: difference.magnitude) }
      let base = SentenceOperands([now, before], change).quantities[1]
      return difference.magnitude.ratio(to: base).map(printed.agrees(with:)) ?? false
    }
    return fitting ?? candidates[0]
  }

  /// “A，比上年减少C，下降D%”: the rate, from A and C.
  private mutating func checkUnnamedChange(
    _ passage: Passage, _ figures: [Passage.Figure], from place: Int
  ) {
    guard place + 2 < figures.count, figures[place + 1].isMoney, !figures[place + 2].isMoney,
      let direction = SentencePatterns.comparisonWithChange(gap(passage, figures, after: place)),
      SentencePatterns.leadsToRate(gap(passage, figures, after: place + 1)).leads
    else { return }
    let (now, change, rate) = (figures[place], figures[place + 1], figures[place + 2])
    let operands = SentenceOperands([now, change], rate)
    let base = direction == .up ? operands.difference : operands.sum
    guard let base, let expected = operands.quantities[1].ratio(to: base) else { return }
    judge(.sentenceRate, rate, is: expected, involving: [now, change], in: passage, "变动幅度")
  }

  /// “A，占B的D%”.
  private mutating func checkShare(
    _ passage: Passage, _ figures: [Passage.Figure], from place: Int
  ) {
    guard place + 2 < figures.count, figures[place + 1].isMoney, !figures[place + 2].isMoney,
      SentencePatterns.isShareOf(gap(passage, figures, after: place)),
      SentencePatterns.isShare(gap(passage, figures, after: place + 1))
    else { return }
    let (part, whole, share) = (figures[place], figures[place + 1], figures[place + 2])
    let operands = SentenceOperands([part, whole], share)
    guard let expected = operands.quantities[0].ratio(to: operands.quantities[1]) else { return }
    judge(.sentenceShare, share, is: expected, involving: [part, whole], in: passage, "占比")
  }

  /// “A，与P年B一致”.
  private mutating func checkSame(
    _ passage: Passage, _ figures: [Passage.Figure], from place: Int
  ) {
    guard figures[place + 1].isMoney,
      SentencePatterns.isComparison(gap(passage, figures, after: place)),
      SentencePatterns.saysSame(gap(passage, figures, after: place + 1)),
      let now = figures[place].printed, let before = figures[place + 1].printed,
      let difference = now.value.subtracting(before.value),
      difference.magnitude > Rounding.room(between: now.precision, and: before.precision)
    else { return }
    report(
      .sentenceSame, figures[place], involving: [figures[place + 1]], in: passage,
      "句中说两数一致，但 \(passage.text(of: figures[place])) 与 \(passage.text(of: figures[place + 1])) 不同。")
  }

  private mutating func checkDifference(
    _ change: Passage.Figure, _ direction: SentencePatterns.Direction, now: Passage.Figure,
    before: Passage.Figure, in passage: Passage
  ) {
    let operands = SentenceOperands([now, before], change)
    guard let difference = operands.difference else { return }
    checkDirection(direction, of: change, now, before, in: passage)
    judge(
      .sentenceDifference, change,
      is: Quantity(
        value: difference.value.magnitude, slack: difference.slack, dimension: .money),
      involving: [now, before], in: passage,
      "\(passage.text(of: now)) 与 \(passage.text(of: before)) 之差")
  }

  private mutating func checkDirection(
    _ direction: SentencePatterns.Direction, of change: Passage.Figure, _ now: Passage.Figure,
    _ before: Passage.Figure, in passage: Passage
  ) {
    guard let a = now.printed?.value, let b = before.printed?.value, a != b,
      (a > b) != (direction == .up), change.printed?.number.isNegative == false
    else { return }
    report(
      .sentenceDirection, change, involving: [now, before], in: passage,
      "句中说\(direction.text)，但 \(passage.text(of: now)) \(a > b ? "大于" : "小于") \(passage.text(of: before))。"
    )
  }

  private mutating func checkRate(
    _ rate: Passage.Figure, now: Passage.Figure, before: Passage.Figure, in passage: Passage
  ) {
    let operands = SentenceOperands([now, before], rate)
    guard let difference = operands.difference,
      let expected = difference.magnitude.ratio(to: operands.quantities[1])
    else { return }
    judge(
      .sentenceRate, rate, is: expected, involving: [now, before], in: passage,
      "\(passage.text(of: now)) 比 \(passage.text(of: before)) 的变动幅度")
  }
}
