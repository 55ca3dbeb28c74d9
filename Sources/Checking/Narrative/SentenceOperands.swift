import Budget

/// The figures of a sentence as values with the room that their printing leaves them.
struct SentenceOperands {
  /// In the order of the figures.
  let quantities: [Quantity]

  /// The values of `figures`; how exact they are depends also on the figure that they explain.
  init(_ figures: [Passage.Figure], _ explained: Passage.Figure) {
    let operands = figures.compactMap(\.operand)
    let rounding = Rounding(
      operands + (explained.isMoney ? [explained].compactMap(\.operand) : []), in: .narrative)
    quantities = operands.map {
      Quantity(
        value: $0.value, slack: rounding.matters ? rounding.slack(of: $0) : .zero,
        dimension: $0.dimension)
    }
  }

  /// The first minus the second.
  var difference: Quantity? {
    guard quantities.count == 2 else { return nil }
    return try? quantities[0].combined(.minus, with: quantities[1])
  }

  /// The first and the second.
  var sum: Quantity? {
    guard quantities.count == 2 else { return nil }
    return try? quantities[0].combined(.plus, with: quantities[1])
  }
}

extension Quantity {
  var magnitude: Quantity {
    Quantity(value: value.magnitude, slack: slack, dimension: dimension)
  }

  /// `nil` where the other is zero.
  func ratio(to other: Quantity) -> Quantity? {
    try? combined(.dividedBy, with: other)
  }
}

extension PrintedFigure {
  /// Whether the figure, without its sign, is a rounding of `quantity`.
  func agrees(with quantity: Quantity) -> Bool {
    guard let difference = value.magnitude.subtracting(quantity.value.magnitude),
      let room = ExactDecimal.half(ofDigit: precision).adding(quantity.slack)
    else { return true }
    return difference.magnitude <= room
  }
}

extension Passage.Figure {
  var isMoney: Bool { printed?.amount != nil }

  /// Narratives round to whole yuan as freely as to 万元, so that only fen is taken as exact.
  fileprivate var operand: Operand? {
    printed.map {
      Operand(
        term: Term(.number($0.number, $0.measure)), value: $0.value, dimension: $0.dimension,
        precision: $0.precision, unit: $0.amount?.unit ?? .yuan)
    }
  }
}

extension CheckRun {
  /// Reports a figure that is not what the others of its sentence make it.
  mutating func judge(
    _ rule: Rule, _ figure: Passage.Figure, is expected: Quantity,
    involving others: [Passage.Figure], in passage: Passage, _ what: @autoclosure () -> String
  ) {
    guard let printed = figure.printed, !printed.agrees(with: expected) else { return }
    let should = printed.printed(expected.value.magnitude)
    report(
      rule, figure, involving: others, in: passage,
      "句中的“\(passage.text(of: figure))”与\(what())不符，按句中数字应为 \(should)\(printed.measure.sign)。",
      expected: should.description,
      difference: printed.number.magnitude.subtracting(should)?.description)
  }

  /// Reports a sentence, unless one of its figures is known to be wrong already.
  mutating func report(
    _ rule: Rule, _ figure: Passage.Figure, involving others: [Passage.Figure], in passage: Passage,
    _ message: String, expected: String? = nil, difference: String? = nil
  ) {
    let known = ([figure] + others).contains { other in
      guard let result = other.result else { return false }
      // A note says that the source has it so.
      if let binding = other.binding, !passage.bound[binding].note.isEmpty { return true }
      return figures[result].state == .acknowledged || figures[result].state == .failed
    }
    guard !known else { return }
    findings.append(
      Finding(
        rule, at: passage.position(of: figure), length: figure.range.count,
        message + "请核对这句话；原件如此的，请给数字写上数据来源和说明。", stated: figure.printed?.number.description,
        expected: expected, difference: difference,
        contributors: ([figure] + others).enumerated().map { place, other in
          Contributor(
            side: place == 0 ? .left : .right, isSubtracted: false, name: "正文",
            text: passage.text(of: other), position: passage.position(of: other))
        }))
  }
}
