extension ReportIndex {
  /// A reference that leads to this cell and no other, in words that people know where possible;
  /// `nil` if there is none.
  public func reference(to address: CellAddress) -> Reference? {
    let table = report.tables[address.table]
    let column = table.form.columns[address.column]
    guard
      let entry = table.listings[column.listing].entries.firstIndex(where: {
        $0.row == address.row
      })
    else { return nil }
    let tableName = table.form.aliases.first ?? table.form.title
    let names = rowNames(ofEntry: entry, table: address.table, listing: column.listing)
    // An alias is there to be used; the path tells columns of one title apart.
    let columnNames =
      column.aliases + [column.title, column.path.joined(separator: "/"), column.id]
    let columnName = columnNames.first {
      table.form.columnNames[RowName.withoutSpaces($0)] == [address.column]
    }
    for column in [columnName, column.id].compactMap(\.self) {
      for name in names {
        let reference = Reference(
          table: RowName.withoutSpaces(tableName), rows: .key(name),
          column: RowName.withoutSpaces(column))
        if case .success(.cells([address])) = resolve(reference) { return reference }
      }
    }
    return nil
  }

  /// What the row could be called, the shortest first.
  private func rowNames(ofEntry index: Int, table: Int, listing: Int) -> [String] {
    let entry = report.tables[table].listings[listing].entries[index]
    let form = report.tables[table].form.listings[listing]
    let parts = form.key.map { texts(table: table, column: $0)[entry.row] }
    return
      ([RowName.bare(entry.label), path(ofEntry: index, table: table, listing: listing)] + parts
      + [entry.key]).map(RowName.withoutSpaces).filter { !$0.isEmpty }
  }
}
