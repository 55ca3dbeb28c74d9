import Budget

/// All values of a report with the names by which expressions call them.
struct ReportValues {
  struct Value {
    let source: Term.Source
    /// In yuan, or the ratio.
    let value: ExactDecimal
    let dimension: Dimension
    /// The canonical reference.
    let reference: Reference
    /// Words that a sentence about it would contain: the row's, the column's and the table's name.
    let words: [String]
    /// How prominent it is: totals before items, earlier tables before later ones.
    let rank: Int
    /// Whether it is a total, a fact or a row of its table's top level, from which sentences
    /// derive their sums and differences.
    let isProminent: Bool
    /// Whether the first of its words tells it from others: it is an item or a fact, and no total.
    let isNamedByItself: Bool
  }

  let report: Report
  let all: [Value]

  init(_ report: Report) {
    self.report = report
    let index = ReportIndex(report)
    var all: [Value] = []
    for (number, fact) in report.facts.enumerated() {
      let figure = fact.figure
      all.append(
        Value(
          source: .fact(number), value: figure.value, dimension: figure.dimension,
          reference: Reference(table: Reference.factsTable, rows: .unspecified, column: fact.name),
          words: [fact.name], rank: 2, isProminent: true, isNamedByItself: true))
    }
    for (table, filled) in report.tables.enumerated() {
      for (row, cells) in filled.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          let address = CellAddress(table: table, row: row, column: column)
          guard cell.value != nil, let amount = report.amount(at: address),
            let reference = index.reference(to: address)
          else { continue }
          all.append(Self.value(report, address, amount, reference))
        }
      }
    }
    self.all = all
  }

  private static func value(
    _ report: Report, _ address: CellAddress, _ amount: Amount, _ reference: Reference
  ) -> Value {
    let table = report.tables[address.table]
    let column = table.form.columns[address.column]
    let entry = table.listings[column.listing].entry(ofRow: address.row)
    let isTotal = entry.map { !$0.isItem } ?? false
    return Value(
      source: .cell(address), value: amount.inYuan, dimension: .money, reference: reference,
      words: [RowName.bare(entry?.label ?? ""), column.title] + column.aliases
        + [table.form.title] + table.form.aliases,
      rank: isTotal ? 6 : 0, isProminent: isTotal || entry?.level == 1,
      isNamedByItself: entry?.isItem ?? false)
  }
}
