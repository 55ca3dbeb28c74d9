import Budget

extension CheckRun {
  /// Gives every figure of a passage its result.
  mutating func checkFigures(of passage: inout Passage) {
    for place in passage.figures.indices {
      let figure = passage.figures[place]
      passage.figures[place].result = figures.count
      guard let bound = figure.bound else {
        figures.append(unbound(figure))
        continue
      }
      guard let printed = figure.printed else {
        figures.append(notAFigure(bound))
        continue
      }
      figures.append(check(bound, printed))
    }
  }

  private mutating func unbound(_ figure: Passage.Figure) -> FigureResult {
    findings.append(
      Finding(
        .figureUnbound, at: figure.position, length: figure.range.count,
        severity: strict ? .error : .warning,
        "“\(figure.text)”没有注明数据来源。请写成 [\(figure.text)](=表[行].列)；文外数据先在 facts.yml 里写明出处。",
        stated: figure.printed?.number.description))
    return FigureResult(
      text: figure.text, position: figure.position, state: .unbound,
      stated: figure.printed?.number.description ?? "")
  }

  private mutating func notAFigure(_ bound: BoundFigure) -> FigureResult {
    findings.append(
      Finding(
        .figureText, at: bound.position, length: bound.text.unicodeScalars.count,
        "“\(bound.text)”不是一个带单位的数字。方括号里请只写数字和单位，例如 [10.00元](=…)。"))
    return FigureResult(
      text: bound.text, position: bound.position, state: .failed, binding: bound.index,
      expression: bound.expression, note: bound.note)
  }

  private mutating func check(_ bound: BoundFigure, _ printed: PrintedFigure) -> FigureResult {
    switch BoundComparison.make(printed, bound.expression, on: bench) {
    case .failure(let failure):
      findings.append(
        Finding(
          .figureUnresolved, at: bound.position, length: bound.text.unicodeScalars.count,
          "“\(bound.text)”的算式 \(bound.expressionText) 无法计算：\(failure.message(in: report))",
          stated: printed.number.description))
      return FigureResult(
        text: bound.text, position: bound.position, state: .failed, binding: bound.index,
        expression: bound.expression, stated: printed.number.description,
        note: bound.note)
    case .success(let comparison):
      return conclude(bound, printed, comparison)
    }
  }

  private mutating func conclude(
    _ bound: BoundFigure, _ printed: PrintedFigure, _ comparison: BoundComparison
  ) -> FigureResult {
    let terms = comparison.operands.map(\.term)
    let expected = printed.printed(comparison.value)
    let difference = printed.number.subtracting(expected)
    let state: FigureResult.State
    switch (comparison.agrees, bound.note.isEmpty) {
    case (true, true): state = terms.contains { $0.cell != nil } ? .verified : .external
    case (true, false):
      state = terms.contains { $0.cell != nil } ? .verified : .external
      findings.append(
        Finding(
          .needlessNote, at: bound.position, length: bound.text.unicodeScalars.count,
          severity: .warning, "“\(bound.text)”与数据相符，不需要说明“\(bound.note)”，请删去。"))
    case (false, true):
      state = .failed
      findings.append(mismatch(bound, printed, comparison.value, expected, difference, terms))
    case (false, false):
      let objection = objection(to: bound, printed, expected)
      state = objection == nil ? .acknowledged : .failed
      findings.append(
        mismatch(
          bound, printed, comparison.value, expected, difference, terms, objection: objection))
    }
    return FigureResult(
      text: bound.text, position: bound.position, state: state, binding: bound.index,
      expression: bound.expression, terms: terms, stated: printed.number.description,
      expected: expected.description,
      difference: comparison.agrees ? nil : difference?.description, note: bound.note)
  }

  private func mismatch(
    _ bound: BoundFigure, _ printed: PrintedFigure, _ value: ExactDecimal,
    _ expected: ExactDecimal, _ difference: ExactDecimal?, _ terms: [Term],
    objection: NoteObjection? = nil
  ) -> Finding {
    let isAcknowledged = !bound.note.isEmpty && objection == nil
    let unit = printed.unitText
    var message = "正文写“\(bound.text)”，按 \(bound.expression) 应为 \(expected)\(unit)"
    if let difference { message += "，相差 \(difference)\(unit)" }
    message += "。"
    if isAcknowledged {
      message += "已加注：\(bound.note)"
    } else if let objection {
      message += objection.message
    } else {
      if !expected.isZero, printed.number == expected.negated {
        message += "两数只差正负号，请把算式里的两项对调。"
      } else if printed.isTenThousandTimes(value) {
        message += "两数相差一万倍，请核对单位是元还是万元。"
      }
      message += "请核对正文和表中的数字；原件如此的，请加注说明。"
    }
    let own = Contributor(
      side: .left, isSubtracted: false, name: "正文", text: bound.text, position: bound.position)
    return Finding(
      .figureMismatch, at: bound.position, length: bound.text.unicodeScalars.count,
      severity: isAcknowledged ? .acknowledged : .error, message,
      stated: printed.number.description, expected: expected.description,
      difference: difference?.description,
      contributors: [own] + (objection?.contributors ?? [])
        + terms.compactMap { contributor($0, .right) })
  }
}

extension PrintedFigure {
  /// Whether the figure and the value, in yuan, are the same but for four places of the point.
  fileprivate func isTenThousandTimes(_ other: ExactDecimal) -> Bool {
    guard !other.isZero, !number.isZero else { return false }
    let factor = ExactDecimal(10_000)
    return value == other.multiplied(by: factor) || other == value.multiplied(by: factor)
  }
}
