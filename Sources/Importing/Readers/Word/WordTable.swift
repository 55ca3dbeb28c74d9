/// Where the cells of a Word table stand, with merged cells put together.
struct WordTable {
  /// A cell that begins somewhere.
  struct Slot {
    let element: MarkupElement
    let row: Int
    /// The cell's number within its row, as people count.
    let index: Int
    let column: Int
    let columnSpan: Int
    var rowSpan: Int
  }

  private let rows: [MarkupElement]

  /// The table that `element` is.
  init(_ element: MarkupElement) {
    rows = Self.unwrapped(element, to: "tr").filter { row in
      row.first("trPr")?.first("del") == nil
    }
  }

  /// The cells from left to right and from top to bottom.
  func slots() -> [Slot] {
    var slots: [Slot] = []
    /// The slot that a column's vertical merge began in.
    var merging: [Int: Int] = [:]
    for (rowIndex, row) in rows.enumerated() {
      let before = row.first("trPr")?.value("gridBefore").flatMap { Int($0) } ?? 0
      var column = min(1000, max(0, before))
      for (index, cell) in Self.unwrapped(row, to: "tc").enumerated() {
        let properties = cell.first("tcPr")
        let span = min(
          1000, max(1, properties?.value("gridSpan").flatMap { Int($0) } ?? 1))
        let merge = properties?.first("vMerge")
        if let merge, merge["val"] != "restart", let start = merging[column] {
          // Words in a continued cell are not shown by Word; they are kept as a cell of their own.
          if cell.text.isBlankText {
            slots[start].rowSpan = rowIndex - slots[start].row + 1
            column += span
            continue
          }
        }
        merging[column] = merge == nil ? nil : slots.count
        slots.append(
          Slot(
            element: cell, row: rowIndex, index: index, column: column, columnSpan: span,
            rowSpan: 1))
        column += span
      }
    }
    return slots
  }

  /// The elements of a name below, looking through content controls and revisions.
  private static func unwrapped(_ element: MarkupElement, to name: String) -> [MarkupElement] {
    var found: [MarkupElement] = []
    for child in element.children {
      if child.name == name {
        found.append(child)
      } else if ["sdt", "sdtContent", "customXml", "ins", "AlternateContent", "Choice"]
        .contains(child.name)
      {
        found += unwrapped(child, to: name)
      }
    }
    return found
  }
}
