import Budget

extension CheckRun {
  /// Gives every figure of a passage its result.
  mutating func checkFigures(of passage: Passage) {
    for place in passage.figures.indices {
      let figure = passage.figures[place]
      passage.figures[place].result = figures.count
      guard let binding = figure.binding else {
        figures.append(unbound(figure, in: passage))
        continue
      }
      guard let printed = figure.printed else {
        figures.append(notAFigure(passage.bound[binding]))
        continue
      }
      figures.append(check(passage.bound[binding], printed))
    }
  }

  private mutating func unbound(_ figure: Passage.Figure, in passage: Passage) -> FigureResult {
    let (text, position) = (passage.text(of: figure), passage.position(of: figure))
    if !figure.isMiswritten {
      findings.append(
        Finding(
          .figureUnbound, at: position, length: figure.range.count,
          severity: strict ? .error : .warning,
          "“\(text)”没有注明数据来源。请写成 [\(text)](=表[行].列)；文外数据先在 facts.yml 里写明出处。",
          stated: figure.printed?.number.description))
    }
    return FigureResult(
      text: text, position: position, state: .unbound, stated: figure.printed?.number)
  }

  private mutating func notAFigure(_ bound: BoundFigure) -> FigureResult {
    findings.append(
      Finding(
        .figureText, at: bound.position, length: bound.text.unicodeScalars.count,
        "“\(bound.text)”不是一个带单位的数字。方括号里请只写数字和单位，例如 [10.00元](=…)。"))
    return FigureResult(
      text: bound.text, position: bound.position, state: .failed, boundAs: bound)
  }

  private mutating func check(_ bound: BoundFigure, _ printed: PrintedFigure) -> FigureResult {
    guard bound.expression.namesSource else { return withoutSource(bound, printed) }
    do {
      let comparison = try compare(printed, with: bound.expression)
      // What no row adds up to is nothing; anything else is out of the formula itself.
      guard comparison.value.isZero || bench.terms[comparison.terms].contains(where: \.isSource)
      else { return withoutSource(bound, printed) }
      warnOfEmptySelections(bound)
      return conclude(bound, printed, comparison)
    } catch {
      // Of what could not be read, its own error is all there is to say. Without a form set there are
      // no tables to look in.
      let isUnread = error.isUnread || report.formSet.forms.isEmpty
      if !isUnread {
        findings.append(
          Finding(
            .figureUnresolved, at: bound.position, length: bound.text.unicodeScalars.count,
            "“\(bound.text)”的算式 \(bound.expressionText) 无法计算：\(error.message(in: report))"
              + bound.adviceOnNote,
            stated: printed.number.description))
      }
      return FigureResult(
        text: bound.text, position: bound.position, state: isUnread ? .unchecked : .failed,
        boundAs: bound, stated: printed.number)
    }
  }

  /// A sum over no row is nothing, which may be meant or a mistyped condition. Of a table that is
  /// published as one without data it is what the table says.
  private mutating func warnOfEmptySelections(_ bound: BoundFigure) {
    for reference in bound.expression.sums where index.isEmptySelection(reference) {
      guard !index.isOfEmptyTable(reference) else { continue }
      findings.append(
        Finding(
          .emptySelection, at: bound.position, length: bound.text.unicodeScalars.count,
          severity: .warning,
          "“\(bound.text)”的算式里，sum(\(reference)) 没有选中任何一行，按 0 计。请核对选行的条件；"
            + "表里确实没有这样的行，可以不改。"))
    }
  }

  private mutating func withoutSource(
    _ bound: BoundFigure, _ printed: PrintedFigure
  ) -> FigureResult {
    findings.append(
      Finding(
        .bindingWithoutSource, at: bound.position, length: bound.text.unicodeScalars.count,
        "“\(bound.text)”的算式 \(bound.expressionText) 里只有写出的数"
          + (bound.expression.namesSource ? "，sum(…) 没有选中任何一行，请核对选行的条件" : "，没有引用单元格或文外数")
          + "；这样不能说明数据来源。"
          + "表里有的，请写成 [\(bound.text)](=表[行].列)；表里没有的，先在 facts.yml 里写明数和出处，"
          + "再写成 [\(bound.text)](=文外.名称)。",
        stated: printed.number.description))
    return FigureResult(
      text: bound.text, position: bound.position, state: .failed, boundAs: bound,
      stated: printed.number)
  }

  private mutating func conclude(
    _ bound: BoundFigure, _ printed: PrintedFigure, _ comparison: BoundComparison
  ) -> FigureResult {
    let expected = printed.printed(comparison.value)
    let difference = comparison.agrees ? nil : printed.number.subtracting(expected)
    let state: FigureResult.State
    if comparison.agrees {
      state = bench.terms[comparison.terms].isOutside ? .external : .verified
      if !bound.note.isEmpty {
        findings.append(
          Finding(
            .needlessNote, at: bound.position, length: bound.text.unicodeScalars.count,
            severity: .warning, "“\(bound.text)”与数据相符，不需要说明“\(bound.note)”，请删去。"))
      }
    } else {
      let notes = NoteFigures(bound.note, like: printed)
      let objection = bound.note.isEmpty ? nil : objection(to: bound, printed, expected, notes)
      state = bound.note.isEmpty || objection != nil ? .failed : .acknowledged
      findings.append(
        mismatch(bound, printed, comparison, expected, difference, objection: objection))
      if state == .acknowledged, let finding = vagueness(of: bound, printed, expected, notes) {
        findings.append(finding)
      }
    }
    return FigureResult(
      text: bound.text, position: bound.position, state: state, boundAs: bound,
      terms: comparison.terms, stated: printed.number, expected: expected, difference: difference)
  }

  private func mismatch(
    _ bound: BoundFigure, _ printed: PrintedFigure, _ comparison: BoundComparison,
    _ expected: ExactDecimal, _ difference: ExactDecimal?, objection: NoteObjection?
  ) -> Finding {
    let isAcknowledged = !bound.note.isEmpty && objection == nil
    let unit = printed.measure.sign
    var message = "正文写“\(bound.text)”，按 \(bound.formula) 应为 \(expected)\(unit)"
    if let difference { message += "，相差 \(difference)\(unit)" }
    message += "。"
    if isAcknowledged {
      message += "已加注：\(bound.note)"
    } else if let objection {
      message += objection.message
    } else {
      if !expected.isZero, printed.number == expected.negated {
        message += "两数只差正负号，请把算式里的两项对调。"
      } else if printed.isTenThousandTimes(comparison.value) {
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
        + bench.terms[comparison.terms].compactMap { contributor($0, .right) })
  }
}

extension ArraySlice<Term> {
  /// Whether there are outside facts, and no cell of the report.
  fileprivate var isOutside: Bool {
    !contains { $0.cell != nil } && contains(where: \.isSource)
  }
}

extension BoundFigure {
  /// What to do if the note was taken for a part of the formula: `合计“原文如此”`.
  fileprivate var adviceOnNote: String {
    guard let last = expressionText.unicodeScalars.last, last == "”" || last == "’" else {
      return ""
    }
    return "引号里如果是说明，请放在英文双引号里，前面空一格。"
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
