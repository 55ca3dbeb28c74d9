import Budget

/// Reads a table's page.
enum TablePageReader {
  /// The table; `nil` if the page shows none.
  static func table(_ page: Element, id: String) -> PublishedTable? {
    guard let meta = page.first("p", "table-meta"), let heading = page.first("h1") else {
      return nil
    }
    let number = heading.first("span", "table-number")?.text ?? ""
    let table = page.first { $0.name == "table" && $0["data-layout"] != nil }
    let columns = table.map(columns) ?? []
    let unit = meta.first("span", "unit")?.text ?? ""
    return PublishedTable(
      id: id, number: number, title: String(heading.text.dropFirst(number.count)).trimmed,
      subtitle: page.first("p", "table-subtitle")?.text ?? "",
      unit: unit.hasPrefix("单位：") ? String(unit.dropFirst(3)) : unit,
      note: page.first("p", "table-note")?.text, absence: page.first("p", "notice")?.text,
      columns: columns,
      rows: table.map { $0["data-layout"] == "form" ? formRows($0) : rows($0, columns) } ?? [])
  }

  private static func columns(_ table: Element) -> [PublishedColumn] {
    table.all("col").compactMap { column in
      guard let id = column["data-column"] else { return nil }
      return PublishedColumn(
        id: id, title: column["data-title"] ?? id, side: column["data-side"] ?? "")
    }
  }

  /// The rows of a grid, list by list; the two lists of a statement share its lines.
  private static func rows(_ table: Element, _ columns: [PublishedColumn]) -> [PublishedRow] {
    let sides = Dictionary(
      columns.map { ($0.id.exact, $0.side.exact) }, uniquingKeysWith: { first, _ in first })
    let order = columns.map(\.side.exact).reduce(into: [ExactText]()) { order, side in
      if !order.contains(side) { order.append(side) }
    }
    var rows: [ExactText: [PublishedRow]] = [:]
    for line in table.all("tr") {
      var cells: [ExactText: [(element: Element, name: CellName)]] = [:]
      for cell in line.children {
        guard let name = cell["id"].flatMap({ CellName(table: "", id: $0) }),
          let side = sides[name.column.exact], name.row != "col" || cell["scope"] != "col"
        else { continue }
        cells[side, default: []].append((cell, name))
      }
      for side in order {
        guard let found = cells[side], let first = found.first else { continue }
        let heading =
          found.first { $0.element["scope"] == "row" } ?? found.first { $0.element.has("label") }
        rows[side, default: []].append(
          PublishedRow(
            side: side.text, key: first.name.row, label: heading?.element.text ?? first.name.row,
            level: (line["data-level"] ?? heading?.element["data-level"]).flatMap { Int($0) },
            cells: found.map { cell($0.element, $0.name.column) }))
      }
    }
    return order.flatMap { rows[$0] ?? [] }
  }

  /// The rows of a form (申报表). Its sections are named by cells without an address.
  private static func formRows(_ table: Element) -> [PublishedRow] {
    table.all("tr").compactMap { line in
      let cells = line.children
      let names = cells.filter { $0["id"] == nil }.map(\.text)
      guard let value = cells.first(where: { $0["id"] != nil }),
        let name = value["id"].flatMap({ CellName(table: "", id: $0) })
      else { return nil }
      let label = names.isEmpty ? name.row : names.joined(separator: "／")
      return PublishedRow(
        side: "", key: name.row, label: label, level: nil, cells: [cell(value, name.column)])
    }
  }

  private static func cell(_ element: Element, _ column: String) -> PublishedCell {
    let text = element.text
    let value = element.has("amount") ? ExactDecimal(text.filter { $0 != "," }) : nil
    return PublishedCell(column: column, text: text, value: value)
  }
}
