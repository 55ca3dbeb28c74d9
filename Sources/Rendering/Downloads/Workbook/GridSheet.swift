import Budget
import Workbook

/// The sheet of a table laid out as a grid: list, two-sided statement or wide table.
struct GridSheet {
  let table: Table
  let frame: SheetFrame
  private let columns: [GridColumn]
  private let header: HeaderGrid

  init(table: Table, department: String) {
    self.table = table
    header = HeaderGrid(table.form)
    var columns = table.form.shownColumns.prefix(SheetWriter.mostColumns).map {
      GridColumn(column: $0, of: table)
    }
    // A narrow table is widened evenly until its title fits.
    let total = columns.reduce(0) { $0 + $1.width }
    if total > 0, total < SheetFrame.narrowest {
      let factor = SheetFrame.narrowest / total
      for index in columns.indices {
        columns[index].width = (columns[index].width * factor).rounded()
      }
    }
    self.columns = columns
    frame = SheetFrame(form: table.form, department: department, widths: columns.map(\.width))
  }

  /// The sheet with this name.
  func sheet(name: String) -> Sheet {
    let headerEnd = frame.rowsAbove + header.rows.count
    let setup = SheetSetup(
      columnWidths: frame.widths, frozenRows: headerEnd, frozenColumns: frozenColumns,
      repeatedRows: frame.rowsAbove..<headerEnd, isLandscape: frame.isWide)
    return Sheet(name: name, setup: setup) { writer in
      frame.writeTitle(to: &writer)
      frame.writeUnit(to: &writer)
      writeHeader(to: &writer)
      writeRows(to: &writer)
      frame.writeNote(table.note, to: &writer)
    }
  }

  /// The columns up to the one that heads the rows stay in view, unless they would fill the screen.
  private var frozenColumns: Int {
    guard let first = table.form.listings.first, let label = first.label,
      let place = columns.firstIndex(where: { $0.column == label }), place + 1 < columns.count,
      columns[...place].reduce(0, { $0 + $1.width }) <= 64
    else { return columns.count > 1 ? 1 : 0 }
    return place + 1
  }

  private func writeHeader(to writer: inout SheetWriter) {
    let style = writer.style(
      CellStyle(font: .bold, alignment: .center, wraps: true, hasBorder: true, isShaded: true))
    var filled: [Int] = Array(repeating: 0, count: columns.count)
    for (number, row) in header.rows.enumerated() {
      let cells = place(row, below: &filled, row: number)
      let lines = cells.map { cell in
        let width = columns[cell.column..<cell.end].reduce(0) { $0 + $1.width }
        return (TextWidth(cell.title).lines(in: width) + cell.rows - 1) / cell.rows
      }
      writer.beginRow(height: TextWidth.height(lines: lines.max() ?? 1))
      for column in columns.indices {
        if let cell = cells.first(where: { $0.column == column }) {
          writer.text(column, cell.title, style)
          writer.merge(from: column, columns: cell.end - column, rows: cell.rows)
        } else {
          writer.blank(column, style)
        }
      }
    }
  }

  private struct PlacedCell {
    let title: String
    let column: Int
    let end: Int
    let rows: Int
  }

  /// The cells of a header row where they belong: from the left, where none from above reaches.
  /// `filled` says for each column up to which row there are cells already.
  private func place(
    _ cells: [HeaderGrid.HeaderCell], below filled: inout [Int], row: Int
  ) -> [PlacedCell] {
    var placed: [PlacedCell] = []
    var column = 0
    for cell in cells {
      while column < filled.count, filled[column] > row { column += 1 }
      let end = min(column + cell.columnSpan, filled.count)
      guard column < end else { break }
      for index in column..<end { filled[index] = row + cell.rowSpan }
      placed.append(PlacedCell(title: cell.title, column: column, end: end, rows: cell.rowSpan))
      column = end
    }
    return placed
  }

  private func writeRows(to writer: inout SheetWriter) {
    var styles = GridStyles(columns: columns.count)
    // The last row is left for the note.
    let room = SheetWriter.mostRows - writer.rowCount - 2
    for row in table.rows.indices.prefix(room) {
      let cells = table.rows[row]
      let lines = columns.lazy.filter(\.wraps).map {
        TextWidth(cells[$0.column].text).lines(in: $0.width)
      }
      writer.beginRow(height: TextWidth.height(lines: lines.max() ?? 1))
      var entry: Listing.Entry?
      var known = -1
      for (place, column) in columns.enumerated() {
        if column.listing != known {
          known = column.listing
          entry = table.listings[known].entry(ofRow: row)
        }
        column.write(
          cells[column.column], entry, decimals: table.form.decimals, at: place, &styles, &writer)
      }
    }
    if room < table.rows.count {
      frame.writeNote("其余 \(table.rows.count - room) 行超出工作表上限，见本表的 CSV。", to: &writer)
    }
  }
}
