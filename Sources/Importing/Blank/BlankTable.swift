import Budget

/// A table to fill in: its header, last year's rows or those that the form set names, its totals.
struct BlankTable {
  let form: Form
  let formSet: FormSet
  let fiscalYear: Int
  let previous: Table?
  /// Whether the earlier table's amounts are last year's of this one.
  let isSameKind: Bool

  var text: String {
    CSVText.text(of: [header] + (previous.map(rows) ?? namedRows))
  }

  /// Each column by the shortest name that no other has.
  private var header: [String] {
    let paths = form.columns.map { $0.path.joined(separator: "/") }
    return form.columns.enumerated().map { index, column in
      if form.columns.count(where: { $0.title == column.title }) == 1 { return column.title }
      return paths.count(where: { $0 == paths[index] }) == 1 ? paths[index] : column.id
    }
  }

  /// Last year's rows without their amounts. What was this year then is last year now, and stays.
  private func rows(of table: Table) -> [[String]] {
    let earlier = form.columns.map { column in
      table.form.columns.firstIndex { $0.id == column.id }
    }
    return table.rows.indices.map { row in
      form.columns.indices.map { index in
        let column = form.columns[index]
        switch column.kind {
        case .value where isHeading(row, table):
          return earlier[index].map { table.rows[row, $0].text } ?? ""
        case .amount, .value:
          return carriedOver(row, column, table)
        case .code, .label, .text, .level, .parent:
          guard let place = earlier[index] else { return "" }
          return indented(row, place, table)
        }
      }
    }
  }

  /// Whether the row heads those below it, as 指标名称 does; its words are the form's own.
  private func isHeading(_ row: Int, _ table: Table) -> Bool {
    table.listings.contains { $0.entry(ofRow: row)?.role == .heading }
  }

  /// The amount of the column that had the same title last year: `2021年预算数`.
  private func carriedOver(_ row: Int, _ column: Column, _ table: Table) -> String {
    guard isSameKind, column.title.contains("\(fiscalYear - 1)年"),
      let place = table.form.columns.firstIndex(where: { $0.title == column.title })
    else { return "" }
    return table.rows[row, place].value?.description ?? ""
  }

  /// A label as deep as it stood: white space counts where rows stand under each other by it.
  private func indented(_ row: Int, _ column: Int, _ table: Table) -> String {
    let words = table.rows[row, column].text
    let place = table.form.columns[column].listing
    let listing = table.form.listings[place]
    guard listing.hierarchy == .indentation, listing.label == column,
      let entry = table.listings[place].entry(ofRow: row), entry.level > 1
    else { return words }
    return String(repeating: "　", count: entry.level - 1) + words
  }

  /// The rows that charts and checks call by name, and the totals.
  private var namedRows: [[String]] {
    let lists = form.listings.indices.map { listing -> [(column: Int, words: String)] in
      let place = form.listings[listing]
      guard let label = place.label ?? place.key.first else { return [] }
      let closing = place.closing.map { (label, $0.label) }
      let amounts = place.amountRows.map { (place.key.first ?? label, $0) }
      return amounts + named(in: listing).map { (label, $0) } + closing
    }
    // The totals of both sides of a statement stand on the last lines.
    let height = lists.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var cells = [String](repeating: "", count: form.columns.count)
      for list in lists where row >= height - list.count {
        let entry = list[row - height + list.count]
        cells[entry.column] = entry.words
      }
      return cells
    }
  }

  /// Labels by which the charts call rows of a list, where rows are known by their labels.
  private func named(in listing: Int) -> [String] {
    let place = form.listings[listing]
    guard let label = place.label, place.key == [label],
      place.hierarchy == .none || place.hierarchy == .indentation
    else { return [] }
    let totals = Set(place.closing.map { RowName.bare($0.label) })
    var words: [String] = []
    for item in formSet.charts.flatMap(\.items) {
      guard case .reference(let reference) = item.current, case .key(let key) = reference.rows,
        let table = reference.table,
        formSet.formIndex(named: table).map({ formSet.forms[$0].id }) == form.id,
        !totals.contains(key),
        form.columnIndex(named: reference.column).map({ form.columns[$0].listing }) == listing
      else { continue }
      let depth = place.hierarchy == .indentation ? item.level - 1 : 0
      words.append(String(repeating: "　", count: depth) + key)
    }
    return words
  }
}
