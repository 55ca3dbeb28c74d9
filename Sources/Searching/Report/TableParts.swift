import Budget

/// A table as the search sees it: its title, its rows with their cells, its notes.
struct TableParts {
  private let table: Table
  /// The indices of the columns that readers see.
  private let shown: [Int]
  /// What they hold.
  private let kinds: [Column.Kind]
  private let decimals: Int

  /// The parts of `table`.
  init(table: Table) {
    self.table = table
    shown = table.form.columns.indices.filter { table.form.columns[$0].isShown }
    kinds = shown.map { table.form.columns[$0].kind }
    decimals = table.form.decimals
  }

  /// Adds the title, every row of every list, and the notes.
  func add(to parts: inout PartBuilder) {
    let form = table.form
    parts.setContext([form.number, form.title]) { title("[6,", into: &$0) }
    parts.line { buffer, tokenizer in
      title("[2,", into: &buffer)
      return tokenizer.add(form.number, isLabel: true) + tokenizer.add(form.title, isLabel: true)
        + shown.count * 8
    }
    let sides = form.listings.indices.map { side in
      shown.indices.filter { form.columns[shown[$0]].listing == side }
    }
    for row in table.rows.indices {
      for (listing, side) in zip(table.listings, sides) {
        guard let entry = listing.entry(ofRow: row), let first = side.first, let last = side.last
        else { continue }
        add(table.rows[row], key: entry.key, first...last, to: &parts)
      }
    }
    if let text = table.presence.absence { note(text, to: &parts) }
    note(table.note, to: &parts)
  }

  private func title(_ kind: StaticString, into buffer: inout ScriptBuffer) {
    let form = table.form
    buffer.raw(kind)
    for text in [form.id, form.number, form.title, form.unit.rawValue] {
      buffer.string(text)
      buffer.raw(",")
    }
    buffer.string(form.layout.rawValue)
    buffer.raw(",[")
    for (offset, column) in shown.enumerated() {
      if offset > 0 { buffer.raw(",") }
      buffer.string(form.columns[column].id)
    }
    buffer.raw("],[")
    for (offset, column) in shown.enumerated() {
      if offset > 0 { buffer.raw(",") }
      buffer.string(form.columns[column].path.joined(separator: "/"))
    }
    buffer.raw("],")
    buffer.string(String(kinds.map(\.mark)))
    buffer.raw("]")
  }

  private func add(
    _ cells: Row, key: String, _ side: ClosedRange<Int>, to parts: inout PartBuilder
  ) {
    // Blank cells at the end are left out.
    guard let last = side.last(where: { !cells[shown[$0]].isBlank }) else {
      return parts.skipLine(cells: side.count)
    }
    parts.line(cells: side.count) { buffer, tokenizer in
      buffer.raw("[3,")
      if let same = (side.lowerBound...last).first(where: {
        kinds[$0] != .amount && Self.isSame(cells[shown[$0]].text, key)
      }) {
        buffer.number(same)
      } else {
        buffer.string(key)
      }
      buffer.raw(",")
      buffer.number(side.lowerBound)
      var letters = 0
      for index in side.lowerBound...last {
        buffer.byte(UInt8(ascii: ","))
        letters += cell(cells[shown[index]], kinds[index], &buffer, &tokenizer)
      }
      buffer.raw("]")
      return letters
    }
  }

  private func cell(
    _ cell: Cell, _ kind: Column.Kind, _ buffer: inout ScriptBuffer, _ tokenizer: inout Tokenizer
  ) -> Int {
    guard let value = cell.value, kind == .amount || kind == .value else {
      guard !cell.isBlank else {
        buffer.raw("\"\"")
        return 0
      }
      buffer.string(cell.text)
      return tokenizer.add(cell.text, isLabel: kind == .code || kind == .label)
    }
    // An amount is in brackets, so that words which happen to be digits are not taken for one.
    let printed = value.scale < decimals ? value.rescaled(to: decimals) ?? value : value
    buffer.raw("[\"")
    if let digits = UInt64(exactly: printed.coefficient) {
      buffer.decimal(digits, scale: printed.scale)
    } else {
      buffer.append(printed.notation(grouped: false))
    }
    buffer.raw("\"]")
    tokenizer.add(printed)
    return 0
  }

  /// Whether both are the same bytes; most differ in length.
  private static func isSame(_ text: String, _ key: String) -> Bool {
    text.utf8.count == key.utf8.count && text.utf8.elementsEqual(key.utf8)
  }

  private func note(_ text: String, to parts: inout PartBuilder) {
    guard !text.isEmpty else { return }
    parts.line { buffer, tokenizer in
      buffer.raw("[4,")
      buffer.string(text)
      buffer.raw("]")
      return tokenizer.add(text, isLabel: false)
    }
  }
}

extension Column.Kind {
  /// The letter by which a search file names the kind.
  fileprivate var mark: Character {
    switch self {
    case .code: "c"
    case .label: "l"
    case .amount: "a"
    case .value: "v"
    case .text, .level, .parent: "t"
    }
  }
}
