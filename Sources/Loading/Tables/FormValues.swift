import Budget

extension ListingBuilder {
  /// In a paper form, reads the values of the rows that hold amounts: 资金总额 but not 绩效目标.
  func readValues(
    of drafts: [DraftEntry], in table: inout TableRows, bytes: [UInt8],
    reporting findings: inout CappedFindings
  ) {
    guard !listing.amountRows.isEmpty else { return }
    let amountRows = Set(listing.amountRows.map(LabelText.key))
    let columns = wordColumns.filter { form.columns[$0].kind == .value }
    let reader = CellReader(bytes: bytes, form: form)
    for draft in drafts where draft.role == .item && amountRows.contains(draft.ownKey) {
      var cells = table.rows[draft.row].cells
      for column in columns where !cells[column].isBlank {
        cells[column] = reader.amount(cells[column], column: column, reporting: &findings)
      }
      table.rows[draft.row] = Row(cells: cells)
    }
  }
}
