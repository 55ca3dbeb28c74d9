import Budget
import Workbook

/// What stands around every table on its sheet: the title and the unit above, the note below.
struct SheetFrame {
  /// No sheet is narrower, so that its title has room.
  static let narrowest = 60.0

  let form: Form
  let department: String
  /// The widths of the columns.
  let widths: [Double]

  /// How many rows stand above the table's header.
  var rowsAbove: Int { form.subtitle.isEmpty ? 2 : 3 }

  /// Whether the table needs the long side of the paper.
  var isWide: Bool { widths.reduce(0, +) > 96 }

  /// Writes the title, and a line under it if the form has one.
  func writeTitle(to writer: inout SheetWriter) {
    let title = form.number.isEmpty ? form.title : form.number + "　" + form.title
    let style = writer.style(CellStyle(font: .title, alignment: .center, wraps: true))
    spanning(title, style, height: 22 * TextWidth(title).lines(in: width / 1.5) + 8, to: &writer)
    if !form.subtitle.isEmpty {
      spanning(form.subtitle, writer.style(CellStyle(alignment: .center)), to: &writer)
    }
  }

  /// Writes the line with the department and the unit.
  func writeUnit(to writer: inout SheetWriter) {
    let unit = "单位：" + form.unit.rawValue
    let last = widths.count - 1
    writer.beginRow()
    if last > 0, !department.isEmpty {
      writer.text(0, "部门：" + department, writer.style(CellStyle(alignment: .left)))
    }
    writer.text(max(last, 0), unit, writer.style(CellStyle(alignment: .right)))
  }

  /// Writes the note under the table, over its whole width.
  func writeNote(_ note: String, to writer: inout SheetWriter) {
    guard !note.isEmpty else { return }
    let style = writer.style(CellStyle(alignment: .left, wraps: true))
    spanning(
      note, style, height: TextWidth.height(lines: TextWidth(note).lines(in: width)),
      to: &writer)
  }

  private var width: Double { widths.reduce(0, +) }

  private func spanning(
    _ words: String, _ style: StyleID, height: Int? = nil, to writer: inout SheetWriter
  ) {
    writer.beginRow(height: height.map { min($0, TextWidth.greatestHeight) })
    writer.text(0, words.fittingCell, style)
    writer.merge(from: 0, columns: widths.count)
  }
}

extension String {
  /// The words, cut where they are longer than a cell of a workbook may be, which the end then says.
  var fittingCell: String {
    guard utf8.count > SheetWriter.longestText, utf16.count > SheetWriter.longestText else {
      return self
    }
    let end = "……（超出单元格上限，全文见网页和 CSV）"
    var short = String(
      decoding: utf16.prefix(SheetWriter.longestText - end.utf16.count), as: UTF16.self)
    if short.unicodeScalars.last == "\u{FFFD}" { short.unicodeScalars.removeLast() }
    return short + end
  }
}
