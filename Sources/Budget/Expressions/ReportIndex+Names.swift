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
    let ownNames = columnNames.filter {
      table.form.columnNames[RowName.withoutSpaces($0)] == [address.column]
    }
    // Next year's text may begin as a copy of this one, and 本年 is then still right.
    let columnName = ownNames.first { !namesYear($0) } ?? ownNames.first
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

  private func namesYear(_ name: String) -> Bool {
    [report.fiscalYear, report.fiscalYear - 1].contains { name.contains(String($0)) }
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
