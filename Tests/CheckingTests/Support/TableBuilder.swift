import Budget

/// Fills forms in, from the lines of a simple CSV without header and without quotes.
enum TableBuilder {
  static func table(
    _ form: Form, _ csv: String, note: String = "", presence: Table.Presence? = nil
  ) -> Table {
    let file = "Content/2021/tables/\(form.id).csv"
    let lines = csv.split(separator: "\n", omittingEmptySubsequences: true)
    let rows = lines.enumerated().map { number, line in
      row(String(line), line: number + 2, form: form)
    }
    let hasValue = rows.contains { $0.contains { $0.value != nil } }
    return Table(
      form: form, presence: presence ?? (hasValue ? .filled : .empty), file: file, rows: Rows(rows),
      listings: form.listings.indices.map {
        listing($0, of: form, rows: rows, raw: lines.map(String.init))
      },
      note: note, notePosition: SourcePosition(file: "Content/2021/report.yml"))
  }

  private static func row(_ line: String, line number: Int, form: Form) -> [Cell] {
    var place = 1
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return form.columns.indices.map { index in
      let field = index < fields.count ? fields[index] : ""
      defer { place += field.unicodeScalars.count + 1 }
      let text = field.replacing("_", with: ",").trimmed
      let kind = form.columns[index].kind
      let isNumber = kind == .amount || kind == .value
      let value = isNumber ? ExactDecimal(text.replacing(",", with: "")) : nil
      return Cell(text: text, value: value, line: number, column: place)
    }
  }

  private static func listing(_ number: Int, of form: Form, rows: [[Cell]], raw: [String])
    -> Listing
  {
    let sketch = form.listings[number]
    let columns = form.columns.indices.filter { form.columns[$0].listing == number }
    var entries: [Listing.Entry] = []
    var open: [(level: Int, entry: Int)] = []
    var section = ""
    for (row, cells) in rows.enumerated() {
      let texts = columns.map { cells[$0].text }
      guard texts.contains(where: { !$0.isEmpty }) else { continue }
      let closing = sketch.closing.firstIndex { closing in
        texts.contains { RowName.bare($0) == closing.label }
      }
      let label = sketch.label.map { cells[$0].text } ?? ""
      if let closing {
        let form = sketch.closing[closing]
        entries.append(
          Listing.Entry(row: row, key: form.key, label: form.label, role: .closing(closing)))
        continue
      }
      let printed = sketch.label.map { rawField($0, raw[row]) } ?? ""
      let level = level(sketch.hierarchy, cells, printed: printed)
      while let last = open.last, last.level >= level {
        open.removeLast()
      }
      let parent = open.last?.entry
      if let parent { entries[parent].hasChildren = true }
      if form.layout == .form, !texts[0].isEmpty { section = texts[0] }
      var key = sketch.key.map { cells[$0].text.withoutSpaces }.joined(separator: "/")
      if form.layout == .form, texts[0].isEmpty { key = section + key }
      if let parent, entries.contains(where: { $0.key == key }) {
        key = entries[parent].key + "/" + key
      }
      open.append((level, entries.count))
      entries.append(
        Listing.Entry(
          row: row, key: key.isEmpty ? "row\(row + 1)" : key, label: label, role: .item,
          level: open.count, parent: parent))
    }
    return Listing(entries: entries)
  }

  private static func rawField(_ column: Int, _ line: String) -> String {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    return column < fields.count ? String(fields[column]) : ""
  }

  private static func level(
    _ hierarchy: ListingForm.Hierarchy, _ cells: [Cell], printed: String
  ) -> Int {
    switch hierarchy {
    case .code(let columns, let lengths):
      let digits = columns.map { cells[$0].text }.joined()
      return (lengths.firstIndex(of: digits.count) ?? 0) + 1
    case .indentation:
      return printed.prefix { $0 == "\u{3000}" }.count + 1
    case .numbering:
      return printed.hasPrefix("（") ? 2 : 1
    default:
      return 1
    }
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  var withoutSpaces: String { filter { !$0.isWhitespace } }
}
