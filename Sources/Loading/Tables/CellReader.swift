import Budget

/// Reads fields into cells, each by the kind of its column.
struct CellReader {
  private let bytes: [UInt8]
  private let form: Form
  private let kinds: [Column.Kind]

  /// A reader of the cells in `bytes`.
  init(bytes: [UInt8], plan: TablePlan) {
    self.bytes = bytes
    form = plan.form
    kinds = plan.kinds
  }

  /// The cell that `field` makes in the column with this index.
  func cell(
    _ field: CSVField, column index: Int, reporting findings: inout CappedFindings
  ) -> Cell {
    let range = field.content
    guard !range.isEmpty else {
      return Cell(text: "", line: field.line, column: field.column)
    }
    let place = place(of: range.lowerBound, in: field)
    let kind = kinds[index]
    if kind == .amount, !field.hasDoubledQuotes,
      let value = AmountNotation.quick(bytes, range)
    {
      let cell = Cell(
        text: String(decoding: bytes[range], as: UTF8.self), value: value, line: place.line,
        column: place.column)
      checkPrecision(cell, column: index, reporting: &findings)
      return cell
    }
    let cell = Cell(text: text(of: range, in: field), line: place.line, column: place.column)
    switch kind {
    case .amount: return amount(cell, column: index, reporting: &findings)
    case .code: return code(cell, column: index, reporting: &findings)
    case .label, .text, .value, .level, .parent: return cell
    }
  }

  /// The field's text without spaces around it.
  func text(of field: CSVField) -> String {
    text(of: field.content, in: field)
  }

  /// How far the field's text is indented: an ideographic space counts two, a tab four.
  func indentation(of field: CSVField) -> Int {
    var width = 0
    var offset = field.range.lowerBound
    while offset < field.range.upperBound {
      let length = WhiteSpace.length(at: offset, in: bytes, until: field.range.upperBound)
      if length == 0 { break }
      let isWide = length == 3 && (bytes[offset] == 0xE3 || bytes[offset + 2] == 0x83)
      width += bytes[offset] == 0x09 ? 4 : isWide ? 2 : 1
      offset += length
    }
    return width
  }

  /// The cell with the amount that its text says.
  func amount(
    _ cell: Cell, column index: Int, reporting findings: inout CappedFindings
  ) -> Cell {
    let bytes = Array(cell.text.utf8)
    if let value = AmountNotation.quick(bytes, bytes.indices) {
      let cell = Cell(
        text: cell.text, value: value, line: Int(cell.line), column: Int(cell.column))
      checkPrecision(cell, column: index, reporting: &findings)
      return cell
    }
    switch AmountNotation.read(cell.text) {
    case .none:
      return cell
    case .value(let value):
      let cell = Cell(
        text: cell.text, value: value, line: Int(cell.line), column: Int(cell.column))
      checkPrecision(cell, column: index, reporting: &findings)
      return cell
    case .fault(let fault):
      let place = place(ofCharacter: fault.offset, in: cell)
      findings.add(
        fault.rule, line: place.line, column: place.column,
        length: fault.length, "“\(name(index))”列的金额“\(cell.text.excerpt)”：\(fault.message)")
      return cell
    }
  }

  private func checkPrecision(
    _ cell: Cell, column index: Int, reporting findings: inout CappedFindings
  ) {
    guard let value = cell.value, value.scale > form.decimals,
      value.trimmed.scale > form.decimals
    else { return }
    findings.add(
      .amountPrecision, at: cell, severity: .warning,
      "“\(name(index))”列的金额“\(cell.text.excerpt)”有 \(value.trimmed.scale) 位小数，"
        + "表样是 \(form.decimals) 位。请核对单位是否填错，或四舍五入后再填")
  }

  private func code(
    _ cell: Cell, column index: Int, reporting findings: inout CappedFindings
  ) -> Cell {
    let (code, damage) = CodeNotation.read(cell.text)
    if let damage {
      findings.add(.codeExcel, at: cell, "“\(name(index))”列的编码“\(cell.text.excerpt)”\(damage)")
    }
    return Cell(text: code, line: Int(cell.line), column: Int(cell.column))
  }

  private func name(_ index: Int) -> String { form.columns[index].path.joined(separator: "/") }

  /// The text with single quotes for doubled ones, and LF for every line break.
  private func text(of range: Range<Int>, in field: CSVField) -> String {
    let slice = bytes[range]
    guard field.isQuoted, field.hasDoubledQuotes || slice.contains(0x0D) else {
      return String(decoding: slice, as: UTF8.self)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      let next = offset + 1 < range.upperBound ? bytes[offset + 1] : 0
      if byte == UInt8(ascii: "\""), next == byte, field.hasDoubledQuotes { offset += 1 }
      if byte == 0x0D, next == 0x0A { offset += 1 }
      plain.append(byte == 0x0D ? 0x0A : byte)
      offset += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Where the file has a character of a cell, which may stand on several lines.
  private func place(ofCharacter offset: Int, in cell: Cell) -> (line: Int, column: Int) {
    let lines = cell.text.unicodeScalars.prefix(offset)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.count ?? 0) + (lines.count > 1 ? 1 : Int(cell.column))
    return (Int(cell.line) + max(0, lines.count - 1), column)
  }

  private func place(of offset: Int, in field: CSVField) -> (line: Int, column: Int) {
    if offset == field.range.lowerBound { return (field.line, field.column) }
    let inner = TextPlace(of: offset, in: bytes[field.range])
    return inner.line == 1
      ? (field.line, field.column + inner.column - 1) : (field.line + inner.line - 1, inner.column)
  }
}
