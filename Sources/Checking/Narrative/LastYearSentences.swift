import Budget

extension CheckRun {
  /// “A，与2020年财政预算数一致”: the sentence leaves last year's figure out, but a chart that sets two
  /// years side by side names the cell of both.
  mutating func checkSameAsLastYear(
    _ figure: Passage.Figure, followedBy words: ArraySlice<Unicode.Scalar>
  ) {
    guard SentencePatterns.saysSameAsLastYear(words, year: report.fiscalYear),
      let now = figure.printed, let bound = figure.bound, bound.note.isEmpty,
      let cell = bench.index.cell(bound.expression), let before = lastYear(of: cell),
      let amount = report.amount(at: before),
      let difference = now.value.subtracting(amount.inYuan),
      difference.magnitude
        > Rounding.room(
          between: now.precision, and: amount.unit.exponent - amount.value.scale)
    else { return }
    findings.append(
      Finding(
        .sentenceSame, at: figure.position, length: figure.range.count,
        "句中说与上年一致，但上年是 \(amount.value)\(amount.unit.rawValue)，不是 \(figure.text)。"
          + "请核对这句话；原件如此的，请给数字加说明。",
        stated: now.number.description, expected: now.printed(amount.inYuan).description,
        contributors: [
          Contributor(
            side: .left, isSubtracted: false, name: "正文", text: figure.text,
            position: figure.position),
          Contributor(
            side: .right, isSubtracted: false, name: report.name(of: before),
            text: report.cell(at: before).text, position: report.position(of: before)),
        ]))
  }

  /// The cell of last year that belongs to a cell of this year; `nil` if no chart has the two.
  private func lastYear(of cell: CellAddress) -> CellAddress? {
    report.formSet.charts.lazy.flatMap(\.items)
      .first { bench.index.cell($0.current) == cell }
      .flatMap { bench.index.cell($0.previous) }
  }
}
