import Budget
import Workbook

/// A column of a grid on its sheet.
struct GridColumn {
  /// Its index in the form.
  let column: Int
  /// The list that it belongs to.
  let listing: Int
  /// Whether some of its words take more than one line.
  let wraps: Bool
  /// Its width.
  var width: Double
  private let kind: Column.Kind
  private let isIndented: Bool

  /// The form's column with this index, as wide as its contents need and its kind allows.
  init(column: Int, of table: Table) {
    let form = table.form.columns[column]
    self.column = column
    listing = form.listing
    kind = form.kind
    let listingForm = table.form.listings[form.listing]
    isIndented = listingForm.label == column && listingForm.hierarchy != .none
    var widest = 0
    for row in table.rows.indices {
      let cell = table.rows[row, column]
      var width: Int
      if let value = cell.value {
        let digits = value.published(decimals: table.form.decimals)
        width = digits.notation(grouped: true).count
      } else if cell.isBlank {
        continue
      } else {
        width = TextWidth(cell.text).widest
        if isIndented {
          width += 2 * ((table.listings[form.listing].entry(ofRow: row)?.level ?? 1) - 1)
        }
      }
      if width > widest { widest = width }
    }
    let limits: ClosedRange<Int> =
      switch form.kind {
      case .amount: 12...40
      case .code: 10...28
      case .label: 16...46
      case .text, .value, .level, .parent: 12...34
      }
    // A long title goes on in a second line rather than making a column of short figures wide.
    let title = TextWidth(form.title).widest
    let wanted = max(widest, title > 16 ? (title + 1) / 2 : title) + 2
    wraps = widest + 2 > limits.upperBound
    width = Double(min(max(wanted, limits.lowerBound), limits.upperBound))
  }

  /// Writes a cell of the column.
  func write(
    _ cell: Cell, _ entry: Listing.Entry?, decimals: Int, at place: Int,
    _ styles: inout GridStyles, _ writer: inout SheetWriter
  ) {
    var isTotal = false
    if case .closing = entry?.role { isTotal = true }
    let indent = isIndented ? min((entry?.level ?? 1) - 1, 15) : 0
    if let value = cell.value {
      let published = value.published(decimals: decimals)
      WorkbookAmount.write(
        published, CellStyle(font: isTotal ? .bold : .regular, hasBorder: true), at: place,
        &writer)
      return
    }
    let style = styles.id(place: place, indent: indent, isTotal: isTotal, in: &writer) {
      words(indent: indent, isTotal: isTotal)
    }
    guard !cell.isBlank else { return writer.blank(place, style) }
    guard FormulaGuard.beginsLikeFormula(cell.text) else {
      return writer.text(place, cell.text.fittingCell, style)
    }
    var quoted = words(indent: indent, isTotal: isTotal)
    quoted.isQuoted = true
    writer.text(place, cell.text.fittingCell, writer.style(quoted))
  }

  private func words(indent: Int, isTotal: Bool) -> CellStyle {
    CellStyle(
      font: isTotal ? .bold : .regular, alignment: kind == .amount ? .right : .left,
      indent: indent, wraps: kind != .amount && kind != .code, hasBorder: true)
  }
}

/// The styles of a grid's words, looked up once for each column and level.
struct GridStyles {
  private var known: [StyleID?]

  init(columns: Int) {
    known = Array(repeating: nil, count: columns * 32)
  }

  /// The style of a cell, made by `style` when it is first asked for.
  mutating func id(
    place: Int, indent: Int, isTotal: Bool, in writer: inout SheetWriter, _ style: () -> CellStyle
  ) -> StyleID {
    let index = place * 32 + indent * 2 + (isTotal ? 1 : 0)
    if let id = known[index] { return id }
    let id = writer.style(style())
    known[index] = id
    return id
  }
}

/// Writes amounts into sheets.
enum WorkbookAmount {
  /// Writes an amount as a number.
  ///
  /// Programs keep numbers as binary fractions of 53 bits, which return every decimal number of up
  /// to 15 digits as it was, and some longer ones not. Those are written as text, for a figure that
  /// cannot be added up is better than one that is wrong by a fen.
  static func write(
    _ value: ExactDecimal, _ style: CellStyle, at column: Int, _ writer: inout SheetWriter
  ) {
    var style = style
    if significantDigits(value) > SheetWriter.mostDigits {
      style.alignment = .right
      writer.text(column, value.grouped, writer.style(style))
    } else {
      style.decimals = value.scale
      writer.number(column, value.notation(grouped: false), writer.style(style))
    }
  }

  /// The digits without zeros at either end.
  static func significantDigits(_ value: ExactDecimal) -> Int {
    let limit: Int128 = 1_000_000_000_000_000
    // Nearly all amounts are shorter than the limit even with their zeros.
    if value.coefficient > -limit, value.coefficient < limit { return SheetWriter.mostDigits }
    var rest = value.coefficient.magnitude
    while rest % 10 == 0 { rest /= 10 }
    var digits = 0
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
