import Budget

/// The body and foot of a table laid out as a grid: list, two-sided statement or wide table.
struct GridBody {
  /// The table.
  let table: Table
  /// The cells that were corrected.
  let corrected: CorrectedCells
  /// What is the same for all tables of the form.
  let parts: FormParts
  private let shown: [FormParts.CellColumn]
  private let pieces: [UInt8]
  private let decimals: Int

  init(table: Table, corrected: CorrectedCells, parts: FormParts) {
    self.table = table
    self.corrected = corrected
    self.parts = parts
    shown = parts.shown
    pieces = parts.pieces
    decimals = parts.form.decimals
  }

  /// Appends `<tbody>` with the items and `<tfoot>` with the closing rows.
  func render(into html: inout HTMLBuffer) {
    var row = GridRow(lists: table.listings.count)
    // Closing rows stand at the end of every list, so the first one divides the table.
    var isFoot = false
    html.raw("<tbody>\n")
    if table.rows.isEmpty { noData(into: &html) }
    let cells = table.rows.cells.span
    for index in table.rows.indices {
      row.read(index, of: table, parts)
      if row.isClosing, !isFoot {
        if index == 0 { noData(into: &html) }
        html.raw("</tbody>\n<tfoot>\n")
        isFoot = true
      }
      self.row(row, cells.extracting(table.rows.place(of: index)), into: &html)
    }
    html.raw(isFoot ? "</tfoot>\n" : "</tbody>\n")
  }

  private func noData(into html: inout HTMLBuffer) {
    html.raw("<tr class=\"empty\">\n<td colspan=\"")
    html.number(parts.shown.count)
    html.raw("\">本表无数据</td>\n</tr>\n")
  }

  private func row(_ row: GridRow, _ cells: Span<Cell>, into html: inout HTMLBuffer) {
    html.raw("<tr")
    // In a two-sided statement each side has a level of its own; it stands at the labels then.
    let hasOneList = row.parts.count == 1
    if hasOneList { level(row.parts[0], into: &html) }
    html.raw(">\n")
    let keys = row.keys.bytes
    for column in shown {
      let part = row.parts[column.listing]
      let tag = CellTag(
        column: column, part: part, isHeading: part.heading == column.index,
        hasLevel: !hasOneList, attributes: corrected.attributes(row: row.index, column.index))
      cell(cells, tag, keys: keys, into: &html)
    }
    html.raw("</tr>\n")
  }

  private func level(_ part: GridRow.Part, into html: inout HTMLBuffer) {
    guard let level = part.level else { return }
    html.raw(" data-level=\"")
    html.number(level)
    html.raw("\"")
  }

  /// A cell on a line of its own, written in one go.
  private func cell(
    _ cells: Span<Cell>, _ tag: CellTag, keys: [UInt8], into html: inout HTMLBuffer
  ) {
    if let value = cells[tag.column.index].value {
      let amount = value.published(decimals: decimals)
      html.append(atMost: tag.room + amount.notationRoom) { html in
        tag.open(pieces, keys: keys, into: &html)
        amount.append(grouped: true, to: &html)
        tag.close(into: &html)
      }
    } else {
      cells[tag.column.index].text.withBytes { words in
        html.append(atMost: tag.room + HTMLEscape.longest * words.count) { html in
          tag.open(pieces, keys: keys, into: &html)
          html.text(words)
          tag.close(into: &html)
        }
      }
    }
  }
}

/// The tags around a cell.
private struct CellTag {
  let column: FormParts.CellColumn
  let part: GridRow.Part
  let isHeading: Bool
  /// Whether a heading says its row's level.
  let hasLevel: Bool
  /// What marks the cell as corrected.
  let attributes: [UInt8]

  /// As many bytes as both tags have at most.
  var room: Int { 160 + part.key.count + column.idAndClass.count + attributes.count }

  /// Appends the opening tag, which is made of the column's `pieces` and of the row's `keys`.
  @inline(__always)
  func open(_ pieces: [UInt8], keys: [UInt8], into html: inout OutputSpan<UInt8>) {
    if isHeading { html.raw("<th") } else { html.raw("<td") }
    if part.isThere {
      html.raw(" id=\"")
      html.markup(part.key, of: keys)
      html.markup(column.idAndClass, of: pieces)
    } else {
      html.markup(column.classOnly, of: pieces)
    }
    if isHeading {
      html.raw(" scope=\"row\"")
      if hasLevel, let level = part.level {
        html.raw(" data-level=\"")
        ExactDecimal(level).append(grouped: false, to: &html)
        html.raw("\"")
      }
    }
    if !attributes.isEmpty { html.markup(0..<attributes.count, of: attributes) }
    html.raw(">")
  }

  @inline(__always)
  func close(into html: inout OutputSpan<UInt8>) {
    if isHeading { html.raw("</th>\n") } else { html.raw("</td>\n") }
  }
}

/// A row of a grid as its cells need it. One is used for all rows, so that none takes memory.
struct GridRow {
  /// A row's part in a list.
  struct Part {
    /// Whether the row has a part in the list.
    var isThere = false
    /// The row's key in the list, among the keys.
    var key = 0..<0
    /// The column whose cell heads the part.
    var heading: Int?
    /// The level of an item, where the list has levels.
    var level: Int?
  }

  private(set) var index = 0
  /// Whether it closes one of the lists.
  private(set) var isClosing = false
  /// Its parts, by list.
  private(set) var parts: [Part]
  /// Its keys.
  private(set) var keys = HTMLBuffer(capacity: 256)
  /// The next entry of each list, since rows are read in their order.
  private var next: [Int]

  /// A row of a table with so many lists.
  init(lists: Int) {
    parts = Array(repeating: Part(), count: lists)
    next = Array(repeating: 0, count: lists)
  }

  /// Becomes the next row of `table`, the one at `index`.
  mutating func read(_ index: Int, of table: Table, _ form: FormParts) {
    self.index = index
    isClosing = false
    keys.clear()
    let cells = table.rows.cells.span.extracting(table.rows.place(of: index))
    let listings = table.listings.span
    let lists = form.lists
    for list in listings.indices {
      var part = Part()
      let entries = listings[list].entries.span
      let entry = next[list]
      if entry < entries.count, entries[entry].row == index {
        next[list] += 1
        part.isThere = true
        let start = keys.bytes.count
        keys.text(entries[entry].key)
        part.key = start..<keys.bytes.count
        switch entries[entry].role {
        case .item: part.level = lists[list].hasLevels ? entries[entry].level : nil
        case .closing: isClosing = true
        case .heading: break
        }
        part.heading = lists[list].label
        if let label = part.heading, cells[label].isBlank {
          part.heading = lists[list].others.first { !cells[$0].isBlank }
        }
      }
      parts[list] = part
    }
  }
}
