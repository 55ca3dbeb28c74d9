import Budget

extension CheckRun {
  /// A table's largest total.
  struct Total {
    let address: CellAddress
    let value: ExactDecimal
    /// Half of its last printed digit.
    let room: ExactDecimal
  }

  /// Warns where a table's total is another's times or divided by 10,000: 元 given as 万元.
  mutating func checkMagnitudes(_ totals: [Total]) {
    for (place, first) in totals.enumerated() {
      for second in totals[(place + 1)...] {
        let (small, large) = first.value < second.value ? (first, second) : (second, first)
        guard Self.isSlip(small.value, room: small.room, large.value) else { continue }
        let (name, other) = (report.name(of: small.address), report.name(of: large.address))
        findings.append(
          Finding(
            .unitSlip, at: report.position(of: small.address), severity: .warning,
            "\(name)与\(other)正好相差一万倍，请核对两个表的金额单位（元、万元）。"))
      }
    }
  }

  /// Warns where a figure without a binding is a table's total but for the unit.
  mutating func checkMagnitude(
    of figure: Passage.Figure, in passage: Passage, totals: [Total]
  ) {
    guard figure.binding == nil, let printed = figure.printed, let amount = printed.amount else {
      return
    }
    let value = amount.inYuan
    for total in totals {
      let (small, room, large) =
        value < total.value
        ? (value, amount.roundingTolerance, total.value) : (total.value, total.room, value)
      guard Self.isSlip(small, room: room, large) else { continue }
      findings.append(
        Finding(
          .unitSlip, at: passage.position(of: figure), length: figure.range.count,
          severity: .warning,
          "“\(passage.text(of: figure))”与\(report.name(of: total.address))正好相差一万倍，请核对单位是元还是万元。"))
      return
    }
  }

  /// Whether ten thousand times the small value is the large one, by four digits or more.
  private static func isSlip(
    _ small: ExactDecimal, room: ExactDecimal, _ large: ExactDecimal
  ) -> Bool {
    let factor = ExactDecimal(10_000)
    guard let scaled = small.multiplied(by: factor), let width = room.multiplied(by: factor),
      let difference = scaled.subtracting(large), difference.magnitude <= width
    else { return false }
    return small.trimmed.coefficient.magnitude >= 1000
  }

  /// The largest total of each table that has one.
  func largestTotals() -> [Total] {
    report.tables.indices.compactMap { table -> Total? in
      if report.tables[table].presence.absence != nil { return nil }
      let form = report.tables[table].form
      var best: Total?
      for listing in form.listings.indices {
        let entries = report.tables[table].listings[listing].entries
        guard let row = entries.last(where: { !$0.isItem && $0.role != .heading })?.row else {
          continue
        }
        for column in form.columns.indices
        where form.columns[column].listing == listing && form.columns[column].kind == .amount {
          guard let value = report.tables[table].rows.value(row: row, column: column),
            !value.isZero, !value.isNegative
          else { continue }
          let amount = Amount(value, form.unit)
          guard best.map({ $0.value < amount.inYuan }) ?? true else { continue }
          best = Total(
            address: CellAddress(table: table, row: row, column: column), value: amount.inYuan,
            room: amount.roundingTolerance)
        }
      }
      return best
    }
  }
}
