import Budget

/// A table of the form set as it will be written.
struct TableDraft {
  /// The form's index.
  let form: Int
  /// The rows, one text for each column of the form.
  var rows: [[String]] = []
  /// The notes under it.
  var notes: [String] = []
  /// The unit that the file names.
  var unit: Unit?
  /// How many cells the rows have more than were read; see ``CellBalance/extra``.
  var extra = 0
  /// Where it begins.
  var place: Place
  /// In how many pieces it was found.
  var pieces = 1
  /// Why it is not there, in the file's words.
  private(set) var absence: String?

  /// Adds a reason why it is not there; what is said twice is said once.
  mutating func addReason(_ reason: String?) {
    guard let reason, absence?.contains(reason) != true else { return }
    absence = (absence ?? "") + reason
  }

  /// Makes the reason a note, for the table is there all the same.
  mutating func takeReasonAsNote() {
    if let absence, !notes.contains(absence) { notes.insert(absence, at: 0) }
    absence = nil
  }

  /// How many cells with words it has.
  var filled: Int { rows.reduce(0) { $0 + $1.count { !$0.isEmpty } } }
}

/// Fills a form with the rows of a segment.
struct TableRows {
  private let form: Form
  private let segment: Segment
  private let grid: Grid
  /// What 类, 款 and 项 the rows above left to the ones below.
  private var carried: [String] = []
  /// The labels of a list by indentation, to be indented when all rows are known.
  private(set) var outlines: [[(row: Int, line: LabelOutline.Line)]]
  private(set) var rows: [[String]] = []
  private(set) var notes: [String] = []
  private(set) var extra = 0
  /// Why the table is not there, if that is all that is said of it; below a header it is a note.
  private(set) var absence: String?

  /// Reads the data rows of `segment`, which begins a table if it is new; what became of their cells
  /// is recorded in `ledger`.
  init(_ segment: Segment, form: Form, grid: Grid, isNew: Bool, ledger: inout CellLedger) {
    self.form = form
    self.segment = segment
    self.grid = grid
    outlines = form.listings.map { _ in [] }
    if isNew, let first = segment.dataRows.first, let last = segment.dataRows.last,
      let reason = Self.reason(in: first..<last + 1, of: grid),
      segment.map == nil || Self.isSentence(grid.cells[reason].text)
    {
      let text = grid.cells[reason].text.visible.trimmedText
      if segment.map == nil { absence = text } else { notes.append(text) }
      ledger.record(id(reason), .note)
      return
    }
    for row in segment.dataRows {
      let cells = grid.filled(inRow: row)
      let only = cells.count == 1 ? grid.cells[cells[0]] : nil
      if let only, Self.isNote(only.text) || !notes.isEmpty && Self.goesOn(only.text) {
        notes.append(only.text.trimmedText)
        ledger.record(id(cells[0]), .note)
      } else if let only, !notes.isEmpty, !only.isNumber {
        // A lone line under the notes is no row of the table; it is left, and so kept aside.
        continue
      } else if let map = segment.map {
        addRow(row, map, &ledger)
      } else {
        addFormRow(row, &ledger)
      }
    }
  }

  /// Whether words below a header are no name of a row.
  private static func isSentence(_ text: String) -> Bool {
    text.contains("。") || text.contains("，")
      || ["无", "没有", "无数据", "不适用"].contains(text.trimmedText)
  }

  /// The cell of these rows that says why there is no table, or no data in it: the words that people
  /// use for it, and nothing else.
  static func reason(in rows: Range<Int>, of grid: Grid) -> Int? {
    let cells = rows.lazy.flatMap { grid.filled(inRow: $0) }.prefix(2)
    guard let cell = cells.first, cells.count == 1, !grid.cells[cell].isNumber else { return nil }
    let text = grid.cells[cell].text.trimmedText
    let isReason = ["没有", "无", "未", "不", "见", "。", "！"].contains { text.contains($0) }
    return isReason ? cell : nil
  }

  /// Whether a line is a note under a table: 注：…, 备注：…, 说明：….
  static func isNote(_ text: String) -> Bool { wordsOfNote(text) != nil }

  /// The number of a note, or of a line that goes on with it: 1 for 注：1.…, and for 1.….
  static func numberOfNote(_ text: String) -> Int? {
    OutlineNumber(wordsOfNote(text) ?? text.trimmedText)?.number
  }

  /// What stands behind 注：; `nil` if a line is no note.
  private static func wordsOfNote(_ text: String) -> String? {
    let folded = text.folded[...]
    for word in ["备注", "附注", "说明", "注"] where folded.hasPrefix(word) {
      let rest = folded.dropFirst(word.count).drop { $0.isNumber }
      guard let mark = rest.first, ":、.".contains(mark) else { return nil }
      return String(rest.dropFirst())
    }
    return nil
  }

  /// Whether a line under a note is another: 2.…, or a sentence.
  static func goesOn(_ text: String) -> Bool {
    OutlineNumber(text.trimmedText) != nil || text.contains("。")
  }

  private func id(_ cell: Int) -> CellLedger.CellID {
    CellLedger.CellID(grid: segment.grid, cell: cell)
  }

  // MARK: Lists, statements and wide tables

  private mutating func addRow(_ row: Int, _ map: HeaderMap, _ ledger: inout CellLedger) {
    var texts = Array(repeating: "", count: form.columns.count)
    var taken: [Int] = []
    for (index, source) in map.sources.enumerated() {
      guard let source else { continue }
      switch source {
      case .column(let column):
        guard let cell = cell(row, column, for: index, map), !grid.cells[cell].isBlank else {
          continue
        }
        texts[index] = text(of: cell, kind: form.columns[index].kind)
        taken.append(cell)
      case .joined(let columns):
        let cells = columns.map { grid.anchor(row: row, column: $0) }
        let parts = cells.map { $0.map { grid.cells[$0].text } ?? "" }
        texts[index] = CodeColumns.joined(parts, carried: &carried)
        taken += cells.compactMap { $0 }.filter { !grid.cells[$0].isBlank }
      case .part(let column, let range):
        guard let cell = grid.anchor(row: row, column: column) else { continue }
        let isWide = grid.cells[cell].columnSpan > 1
        texts[index] = CodeColumns.part(grid.cells[cell].text, range, isWide: isWide)
        if !grid.cells[cell].isBlank { taken.append(cell) }
      }
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    let own = Set(taken)
    extra += texts.count { !$0.isEmpty } - own.count { !ledger.knows(id($0)) }
    for cell in own { ledger.record(id(cell), .value) }
    recordLabels(texts, map, row)
    rows.append(texts)
  }

  /// The cell that gives a column its text. A cell merged over rows stands in each of them, unless
  /// it is an amount; one merged over columns stands in the one that heads the row.
  private func cell(_ row: Int, _ column: Int, for index: Int, _ map: HeaderMap) -> Int? {
    guard let owner = grid.owner(row: row, column: column) else { return nil }
    let cell = grid.cells[owner]
    if cell.row < row, form.columns[index].kind == .amount { return nil }
    guard cell.columnSpan > 1 else { return owner }
    let covered = map.sources.indices.filter { other in
      guard case .column(let otherColumn)? = map.sources[other] else { return false }
      return (cell.column..<(cell.column + cell.columnSpan)).contains(otherColumn)
    }
    let heads = covered.filter { form.columns[$0].kind == .label }
    let words = covered.filter { form.columns[$0].kind == .text }
    return (heads.first ?? words.first ?? covered.first) == index ? owner : nil
  }

  private func text(of cell: Int, kind: Column.Kind) -> String {
    let text = grid.cells[cell].text.visible
    switch kind {
    case .amount: return AmountText.plain(Self.onOneLine(text))
    case .value: return AmountText.plain(text)
    case .code, .label, .level, .parent: return Self.onOneLine(text).trimmedText
    case .text: return text.trimmedText
    }
  }

  /// Line breaks in a narrow cell are layout; between Latin words they are spaces.
  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.isBlankText ? "" : String($0) }
      .joined()
  }

  /// Remembers what a label's indentation was, for lists that go by it.
  private mutating func recordLabels(_ texts: [String], _ map: HeaderMap, _ row: Int) {
    for (index, listing) in form.listings.enumerated() {
      guard listing.hierarchy == .indentation, let label = listing.label, !texts[label].isEmpty,
        case .column(let column)? = map.sources[label],
        let cell = grid.owner(row: row, column: column)
      else { continue }
      let code = form.columns.indices.first {
        form.columns[$0].listing == index && form.columns[$0].kind == .code
      }
      let plain = texts[label].folded
      let isClosing = listing.closing.contains {
        Self.closingText($0.label.folded) == Self.closingText(plain)
      }
      outlines[index].append(
        (
          rows.count,
          LabelOutline.Line(
            label: Self.onOneLine(grid.cells[cell].text.visible),
            indentation: grid.cells[cell].indentation,
            code: code.map { texts[$0] } ?? "", isClosing: isClosing)
        ))
    }
  }

  private static func closingText(_ folded: String) -> Substring {
    folded.hasSuffix(":") ? folded.dropLast() : folded[...]
  }

  // MARK: Paper forms

  /// In a paper form the first cell names the section, the last one is the value, and those
  /// between say of what; cells under a merged one leave the section out.
  private mutating func addFormRow(_ row: Int, _ ledger: inout CellLedger) {
    let shown = form.columns.indices.filter { form.columns[$0].isShown }
    let anchors = (0..<grid.width).compactMap { grid.anchor(row: row, column: $0) }
    guard let last = shown.last, let end = anchors.last else { return }
    var texts = Array(repeating: "", count: form.columns.count)
    var next = grid.cells[anchors[0]].column > 0 ? 1 : 0
    var used: [Int] = []
    for anchor in anchors {
      let position = anchor == end && (anchors.count > 1 || next > 0) ? last : next
      guard position < last || anchor == end, shown.contains(position) else { break }
      texts[position] = text(of: anchor, kind: form.columns[position].kind)
      used.append(anchor)
      next += 1
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    for cell in used where !grid.cells[cell].isBlank { ledger.record(id(cell), .value) }
    rows.append(texts)
  }
}
