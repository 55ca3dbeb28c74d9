import Budget

/// What the recognition of tables found in everything that was read.
struct RecognisedTables {
  /// The tables by the index of their form.
  var tables: [Int: TableDraft] = [:]
  /// The blocks that are captions or notes and not part of the narrative.
  var usedParagraphs: Set<Int> = []
  /// The first and last block that is a recognised table.
  var tableBlocks: [Int] = []
  /// What was kept aside.
  var leftovers: [Leftover] = []
  /// What a person should look at.
  var remarks: [Remark] = []
  /// What the captions say the departments are called (编制单位：…).
  var formalities: [String] = []
  /// What became of each cell.
  var ledger = CellLedger()
  /// Grids with nothing of the form set in them.
  var unknown: [(block: Int, captions: [Int])] = []
}

/// Finds the form set's tables in a sequence of blocks.
struct TableRecogniser {
  private let blocks: [ImportedDocument.Block]
  let forms: [Form]
  private let finder: SegmentFinder
  var result = RecognisedTables()
  private var outlines: [Int: [[(row: Int, line: LabelOutline.Line)]]] = [:]
  private var used: Set<Int> = []
  private var open: Segment?
  private var openWidth = 0
  private var openFile: String?
  /// The number that the next paragraph has if it goes on with a numbered note.
  private var nextNote: Int?
  /// The paragraphs since the last table that may be captions of the next.
  private var pending: [Int] = []

  /// The tables of `formSet` in `blocks`.
  static func tables(
    in blocks: [ImportedDocument.Block], formSet: FormSet
  ) -> RecognisedTables {
    var recogniser = TableRecogniser(blocks, formSet.forms)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): recogniser.read(paragraph, index)
      case .table(let grid): recogniser.read(grid, index)
      }
    }
    recogniser.indentLabels()
    recogniser.checkUnits()
    return recogniser.result
  }

  private init(_ blocks: [ImportedDocument.Block], _ forms: [Form]) {
    self.blocks = blocks
    self.forms = forms
    finder = SegmentFinder(forms: forms)
  }

  // MARK: Paragraphs

  private mutating func read(_ paragraph: ImportedDocument.Paragraph, _ index: Int) {
    // 注：1.… goes on with 2.… in the next paragraph.
    let number = OutlineNumber(paragraph.text.trimmedText)?.number
    let isNote = TableRows.isNote(paragraph.text) || number != nil && number == nextNote
    if isNote, pending.isEmpty, let open {
      result.tables[open.form]?.notes.append(paragraph.text.trimmedText)
      result.usedParagraphs.insert(index)
      nextNote = TableRows.numberOfNote(paragraph.text).map { $0 + 1 }
      return
    }
    nextNote = nil
    if Caption(paragraph.text, forms: forms) != nil {
      pending.append(index)
    } else {
      pending = []
      open = nil
    }
  }

  private func caption(_ index: Int) -> Caption? {
    guard case .paragraph(let paragraph) = blocks[index] else { return nil }
    return Caption(paragraph.text, forms: forms)
  }

  // MARK: Grids

  private mutating func read(_ grid: Grid, _ index: Int) {
    if grid.cells.first?.place.file != openFile { open = nil }
    openFile = grid.cells.first?.place.file
    var context = TableContext(used: used)
    context.captions = pending.compactMap { caption($0) }
    if let sheet = grid.sheet, let caption = Caption(sheet, forms: forms) {
      context.captions.append(caption)
    }
    if grid.sheet == nil {
      context.open = open
      context.openWidth = openWidth
      context.isClosed = isClosed
    }
    let segments = finder.segments(grid, number: index, context: context)
    guard !segments.isEmpty else {
      result.unknown.append((index, pending))
      (pending, open) = ([], nil)
      return
    }
    for index in pending { keepFormality(index) }
    result.usedParagraphs.formUnion(pending)
    pending = []
    result.tableBlocks.append(index)
    for segment in segments {
      add(segment, grid)
      open = segment.strangerRow == nil ? segment : nil
    }
    openWidth = grid.width
    keepUnused(grid, index)
  }

  private mutating func add(_ segment: Segment, _ grid: Grid) {
    let form = forms[segment.form]
    let isContinued = segment.captions.contains { $0.isContinued }
    // Behind its total a table does not go on: it is there twice, as that of another department.
    let isNext = isContinued || (grid.sheet == nil || open?.grid == segment.grid) && !isClosed
    let goesOn =
      segment.isContinuation || open?.form == segment.form && isNext && !segment.isAnother
    if let known = result.tables[segment.form], known.absence == nil, !goesOn {
      result.remarks.append(
        Remark(
          place: place(of: segment, grid),
          message: "“\(form.title)”前面已经读到一次，这里的没有写入，放在 leftovers 里；请核对两处是否一致。"))
      return
    }
    remarkOnBorders(of: segment, grid)
    recordCaptions(segment, grid)
    recordHeader(segment, grid)
    let isNew = result.tables[segment.form]?.rows.isEmpty ?? true
    let read = TableRows(segment, form: form, grid: grid, isNew: isNew, ledger: &result.ledger)
    var draft =
      result.tables[segment.form]
      ?? TableDraft(form: segment.form, place: place(of: segment, grid))
    if used.contains(segment.form) { draft.pieces += 1 }
    var lists = outlines[segment.form] ?? form.listings.map { _ in [] }
    for (index, lines) in read.outlines.enumerated() {
      lists[index] += lines.map { ($0.row + draft.rows.count, $0.line) }
    }
    outlines[segment.form] = lists
    draft.rows += read.rows
    draft.notes += read.notes
    draft.extra += read.extra
    draft.addReason(read.absence)
    if segment.map != nil || !draft.rows.isEmpty { draft.takeReasonAsNote() }
    draft.unit = draft.unit ?? segment.captions.compactMap(\.unit).last ?? headerUnit(segment, grid)
    result.tables[segment.form] = draft
    used.insert(segment.form)
    remark(on: segment, grid)
  }

  /// Whether the table before has the last row that its form knows.
  private var isClosed: Bool {
    guard let open, let row = result.tables[open.form]?.rows.last else { return false }
    let last = forms[open.form].listings.compactMap { $0.closing.last?.label.folded }
    return row.contains { text in
      let plain = text.folded
      return last.contains { $0 == plain || $0 + ":" == plain }
    }
  }

  /// Where a segment begins.
  func place(of segment: Segment, _ grid: Grid) -> Place {
    let rows = segment.captionRows + segment.headerRows + segment.dataRows
    for row in rows.sorted() {
      if let cell = grid.filled(inRow: row).first { return grid.cells[cell].place }
    }
    return grid.cells.first?.place ?? Place(file: "", within: "")
  }

  private mutating func recordCaptions(_ segment: Segment, _ grid: Grid) {
    let subtitle = forms[segment.form].subtitle.folded
    for row in segment.captionRows {
      for cell in grid.filled(inRow: row) {
        let text = grid.cells[cell].text
        let isFormality =
          Caption(text, forms: forms)?.isFormality == true && text.folded != subtitle
        // 编制单位：… and dates have no place in a table; they are kept aside.
        result.ledger.record(
          CellLedger.CellID(grid: segment.grid, cell: cell), isFormality ? .leftover : .caption)
        if isFormality { keepFormality(text, at: grid.cells[cell].place) }
      }
    }
  }

  private mutating func recordHeader(_ segment: Segment, _ grid: Grid) {
    let strangers = Set(segment.map?.strangers ?? [])
    for row in segment.headerRows {
      for cell in grid.filled(inRow: row) {
        let columns =
          grid.cells[cell].column..<(grid.cells[cell].column + grid.cells[cell].columnSpan)
        guard !columns.allSatisfy({ strangers.contains($0) }) else { continue }
        result.ledger.record(CellLedger.CellID(grid: segment.grid, cell: cell), .header)
      }
    }
  }

  // MARK: What is left

  /// Keeps a line over a table that names a department or a date: tables have no place for it.
  private mutating func keepFormality(_ index: Int) {
    guard case .paragraph(let paragraph) = blocks[index], caption(index)?.isFormality == true,
      !forms.contains(where: { $0.subtitle.folded == paragraph.text.folded })
    else { return }
    keepFormality(paragraph.text, at: paragraph.place)
  }

  private mutating func keepFormality(_ text: String, at place: Place) {
    result.formalities.append(text)
    result.leftovers.append(
      Leftover(
        place: place, what: "表头上的说明", text: text.trimmedText,
        suggestion: "网页上的表不显示这一行；需要时写进 report.yml 或正文。"))
  }

  /// Keeps what stands in a grid and in no table.
  private mutating func keepUnused(_ grid: Grid, _ index: Int) {
    let all = grid.cells.indices.filter {
      !grid.cells[$0].isBlank
        && !result.ledger.knows(CellLedger.CellID(grid: index, cell: $0))
    }
    guard !all.isEmpty else { return }
    for cell in all { result.ledger.record(CellLedger.CellID(grid: index, cell: cell), .leftover) }
    let kept = Grid(
      cells: all.map { grid.cells[$0] }, knowsSpans: grid.knowsSpans, sheet: grid.sheet)
    let texts = all.prefix(20).map { grid.cells[$0].text.trimmedText }.joined(separator: " | ")
    result.leftovers.append(
      Leftover(
        place: grid.cells[all[0]].place, what: "表格里多出的 \(all.count) 个单元格", text: texts,
        attachment: ImportedFile(path: "cells-\(index + 1).tsv", text: TSVText.text(of: kept)),
        suggestion: "多半是表样里没有的列，或表外的文字。要公开的，请在表样里加列，或写进正文、表注。"))
  }

  private mutating func indentLabels() {
    for (form, lists) in outlines {
      for (index, lines) in lists.enumerated() where !lines.isEmpty {
        guard let label = forms[form].listings[index].label else { continue }
        let labels = LabelOutline.labels(lines.map(\.line))
        for (line, text) in zip(lines, labels) { result.tables[form]?.rows[line.row][label] = text }
      }
    }
  }
}
