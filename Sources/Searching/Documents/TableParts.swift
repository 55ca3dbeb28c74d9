import Budget

/// A table as the search sees it: its title, its rows with their cells, its notes.
struct TableParts {
  /// The table.
  let table: Table

  private var form: Form { table.form }
  private var shown: [Int] { form.columns.indices.filter { form.columns[$0].isShown } }

  /// Adds the title, every row of every list, and the notes.
  func add(to parts: inout PartBuilder) {
    let shown = shown
    parts.setContext([form.number, form.title]) { title("[6,", shown, into: &$0) }
    parts.line { buffer, tokenizer in
      title("[2,", shown, into: &buffer)
      tokenizer.add(form.number, isLabel: true)
      tokenizer.add(form.title, isLabel: true)
    }
    let sides = form.listings.indices.map { side in
      shown.indices.filter { form.columns[shown[$0]].listing == side }
    }
    for row in table.rows.indices {
      for (listing, side) in zip(table.listings, sides) {
        guard let entry = listing.entry(ofRow: row), let first = side.first, let last = side.last
        else { continue }
        add(row, entry, shown, first...last, to: &parts)
      }
    }
    if case .absent(let text) = table.presence { note(text, to: &parts) }
    note(table.note, to: &parts)
  }

  private func title(_ kind: StaticString, _ shown: [Int], into buffer: inout ScriptBuffer) {
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
    buffer.string(String(shown.map { form.columns[$0].kind.mark }))
    buffer.raw("]")
  }

  private func add(
    _ row: Int, _ entry: Listing.Entry, _ shown: [Int], _ side: ClosedRange<Int>,
    to parts: inout PartBuilder
  ) {
    let cells = table.rows[row].cells
    // Blank cells at the end are left out.
    guard let last = side.last(where: { !cells[shown[$0]].isBlank }) else { return }
    parts.line { buffer, tokenizer in
      buffer.raw("[3,")
      if let same = (side.lowerBound...last).first(where: { isKey(entry, shown[$0], cells) }) {
        buffer.number(same)
      } else {
        buffer.string(entry.key)
      }
      buffer.raw(",")
      buffer.number(side.lowerBound)
      for index in side.lowerBound...last {
        buffer.raw(",")
        cell(cells[shown[index]], form.columns[shown[index]].kind, &buffer, &tokenizer)
      }
      buffer.raw("]")
    }
  }

  private func isKey(_ entry: Listing.Entry, _ column: Int, _ cells: [Cell]) -> Bool {
    form.columns[column].kind != .amount && cells[column].text == entry.key
  }

  private func cell(
    _ cell: Cell, _ kind: Column.Kind, _ buffer: inout ScriptBuffer, _ tokenizer: inout Tokenizer
  ) {
    guard let value = cell.value, kind == .amount || kind == .value else {
      buffer.string(cell.text)
      tokenizer.add(cell.text, isLabel: kind == .code || kind == .label)
      return
    }
    // An amount is in brackets, so that words which happen to be digits are not taken for one.
    buffer.raw("[\"")
    let padded = value.scale < form.decimals ? value.rescaled(to: form.decimals) : value
    buffer.append((padded ?? value).notation(grouped: false))
    buffer.raw("\"]")
    tokenizer.add(value)
  }

  private func note(_ text: String, to parts: inout PartBuilder) {
    guard !text.isEmpty else { return }
    parts.line { buffer, tokenizer in
      buffer.raw("[4,")
      buffer.string(text)
      buffer.raw("]")
      tokenizer.add(text, isLabel: false)
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
