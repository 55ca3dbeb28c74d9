import Budget
import Workbook

/// The sheet of a table laid out like a paper form (申报表): sections, their items, their contents.
///
/// The first shown column names the section and spans the rows that leave it blank; the last holds
/// the contents, which also take the place of items that are blank.
struct FormSheet {
  let table: Table
  let frame: SheetFrame
  private let columns: [Int]

  init(table: Table, department: String) {
    self.table = table
    let columns = Array(table.form.shownColumns.prefix(SheetWriter.mostColumns))
    let widths = columns.indices.map { place in
      place == 0 ? 18.0 : place == columns.count - 1 ? 62.0 : 30.0
    }
    self.columns = columns
    frame = SheetFrame(form: table.form, department: department, widths: widths)
  }

  /// The sheet with this name.
  func sheet(name: String) -> Sheet {
    let setup = SheetSetup(
      columnWidths: frame.widths, frozenRows: frame.rowsAbove, frozenColumns: 1)
    return Sheet(name: name, setup: setup) { writer in
      frame.writeTitle(to: &writer)
      frame.writeUnit(to: &writer)
      var row = 0
      while row < table.rows.count {
        let end = sectionEnd(from: row)
        for index in row..<end { write(index, section: row..<end, to: &writer) }
        row = end
      }
      frame.writeNote(table.note, to: &writer)
    }
  }

  private func sectionEnd(from row: Int) -> Int {
    var end = row + 1
    guard let first = columns.first else { return end }
    while end < table.rows.count, table.rows.isBlank(row: end, column: first) { end += 1 }
    return end
  }

  private func write(_ row: Int, section: Range<Int>, to writer: inout SheetWriter) {
    let cells = table.rows[row]
    let isHeading = table.listings.first?.entry(ofRow: row)?.role == .heading
    // Contents reach back to the last item that is not blank.
    let last = columns.count - 1
    let start =
      (1..<max(last, 1)).last { !cells[columns[$0]].isBlank }.map { $0 + 1 } ?? min(1, last)
    writer.beginRow(height: height(row, section: section, contentsFrom: start))
    let label = CellStyle(
      font: .bold, alignment: .center, wraps: true, hasBorder: true, isShaded: true)
    let labelStyle = writer.style(label)
    if row == section.lowerBound {
      writer.merge(from: 0, columns: 1, rows: section.count)
    }
    for place in columns.indices {
      let cell = cells[columns[place]]
      switch place {
      case _ where place == start:
        contents(cells[columns[last]], isHeading ? label : nil, at: place, to: &writer)
        writer.merge(from: place, columns: last - place + 1)
      case _ where place > start:
        writer.blank(place, isHeading ? labelStyle : writer.style(CellStyle(hasBorder: true)))
      case 0:
        writer.text(0, cell.text.fittingCell, labelStyle)
      default:
        var style = label
        style.alignment = isHeading ? .center : .left
        style.font = isHeading ? .bold : .regular
        writer.text(place, cell.text.fittingCell, writer.style(style))
      }
    }
  }

  private func contents(
    _ cell: Cell, _ heading: CellStyle?, at place: Int, to writer: inout SheetWriter
  ) {
    if let value = cell.value {
      // At the left, where the words stand: in a form there is no column of figures.
      let style = CellStyle(alignment: .left, hasBorder: true)
      WorkbookAmount.write(
        value.published(decimals: table.form.decimals), style, at: place, &writer)
    } else {
      var style = heading ?? CellStyle(alignment: .left, wraps: true, hasBorder: true)
      style.isQuoted = FormulaGuard.beginsLikeFormula(cell.text)
      writer.text(place, cell.text.fittingCell, writer.style(style))
    }
  }

  private func height(_ row: Int, section: Range<Int>, contentsFrom start: Int) -> Int? {
    let cells = table.rows[row]
    var lines = columns.indices.dropFirst().dropLast().map {
      TextWidth(cells[columns[$0]].text).lines(in: frame.widths[$0])
    }
    if let last = columns.last {
      let width = frame.widths[start...].reduce(0, +)
      lines.append(TextWidth(cells[last].text).lines(in: width))
    }
    if row == section.lowerBound, let first = columns.first, section.count == 1 {
      lines.append(TextWidth(cells[first].text).lines(in: frame.widths[0]))
    }
    return TextWidth.height(lines: lines.max() ?? 1)
  }
}
