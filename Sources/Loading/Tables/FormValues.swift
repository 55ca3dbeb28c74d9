import Budget

extension ListingBuilder {
  /// In a paper form, reads the values of the rows that hold amounts: 资金总额 but not 绩效目标.
  func readValues(
    of drafts: [DraftEntry], in table: inout TableRows, bytes: [UInt8],
    reporting findings: inout CappedFindings
  ) {
    guard !plan.amountRows.isEmpty else { return }
    let reader = CellReader(bytes: bytes, plan: self.table)
    for draft in drafts
    where draft.role == .item && plan.amountRows.contains(ExactText(draft.ownKey)) {
      for column in plan.valueColumns where !table.rows.isBlank(row: draft.row, column: column) {
        table.rows[draft.row, column] = reader.amount(
          table.rows[draft.row, column], column: column, reporting: &findings)
      }
    }
  }
}
