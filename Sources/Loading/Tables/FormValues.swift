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
      var cells = table.rows[draft.row].cells
      for column in plan.valueColumns where !cells[column].isBlank {
        cells[column] = reader.amount(cells[column], column: column, reporting: &findings)
      }
      table.rows[draft.row] = Row(cells: cells)
    }
  }
}
