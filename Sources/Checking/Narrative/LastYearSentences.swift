import Budget

extension CheckRun {
  /// “A，与2020年财政预算数一致”: the sentence leaves last year's figure out, but a chart that sets two
  /// years side by side names the cell of both.
  mutating func checkSameAsLastYear(
    _ figure: Passage.Figure, in passage: Passage, followedBy words: ArraySlice<Unicode.Scalar>
  ) {
    guard SentencePatterns.saysSameAsLastYear(words, year: report.fiscalYear),
      let now = figure.printed, let binding = figure.binding,
      passage.bound[binding].note.isEmpty,
      let cell = index.cell(passage.bound[binding].expression), let before = lastYear(of: cell),
      let amount = report.amount(at: before),
      let difference = now.value.subtracting(amount.inYuan),
      difference.magnitude
        > Rounding.room(
          between: now.precision, and: amount.unit.exponent - amount.value.scale)
    else { return }
    let (text, position) = (passage.text(of: figure), passage.position(of: figure))
    findings.append(
      Finding(
        .sentenceSame, at: position, length: figure.range.count,
        "句中说与上年一致，但上年是 \(amount.value)\(amount.unit.rawValue)，不是 \(text)。"
          + "请核对这句话；原件如此的，请给数字加说明。",
        stated: now.number.description, expected: now.printed(amount.inYuan).description,
        contributors: [
          Contributor(
            side: .left, isSubtracted: false, name: "正文", text: text,
            position: position),
          Contributor(
            side: .right, isSubtracted: false, name: report.name(of: before),
            text: report.cell(at: before).text, position: report.position(of: before)),
        ]))
  }

  /// The cell of last year that belongs to a cell of this year; `nil` if no chart has the two.
  private func lastYear(of cell: CellAddress) -> CellAddress? {
    report.formSet.charts.lazy.flatMap(\.items)
      .first { index.cell($0.current) == cell }
      .flatMap { index.cell($0.previous) }
  }
}
