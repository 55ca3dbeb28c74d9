import Budget

/// Fills forms in, from CSV without quotes.
enum SampleTables {
  static func table(_ form: Form, csv: String?, vary: (ExactDecimal) -> ExactDecimal) -> Table {
    let lines = (csv ?? "").split(separator: "\n").dropFirst()
    let rows = lines.map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return form.columns.indices.map { index in
        let text = index < fields.count ? trimmed(fields[index]) : ""
        let kind = form.columns[index].kind
        let value = kind == .amount || kind == .value ? ExactDecimal(text).map(vary) : nil
        return Cell(text: value?.description ?? text, value: value, line: 1, column: 1)
      }
    }
    return Table(
      form: form, presence: csv == nil ? .absent("本表列入目录，但公开的原始材料中没有本表。") : .filled,
      file: form.id + ".csv", rows: Rows(rows),
      listings: form.listings.indices.map { listing($0, form, rows) },
      note: rows.count < 2 && csv != nil ? "注：本部门没有此项收入，故没有数据。" : "",
      notePosition: SourcePosition(file: "report.yml"))
  }

  private static func listing(_ number: Int, _ form: Form, _ rows: [[Cell]]) -> Listing {
    var seen: [String: Int] = [:]
    var entries: [Listing.Entry] = []
    for (index, row) in rows.enumerated() {
      let columns = form.columns.indices.filter { form.columns[$0].listing == number }
      guard columns.contains(where: { !row[$0].isBlank }) else { continue }
      let texts = form.listings[number].key.map { row[$0].text }.filter { !$0.isEmpty }
      let words = columns.map { row[$0].text }.filter { !$0.isEmpty }
      let label = form.listings[number].label.map { row[$0].text } ?? ""
      let closing = form.listings[number].closing.firstIndex {
        words.contains($0.label) || words.contains($0.label + "：")
      }
      var key =
        closing.map { form.listings[number].closing[$0].key } ?? texts.joined(separator: "-")
      if key.isEmpty { key = label.isEmpty ? "row" : label }
      seen[key, default: 0] += 1
      if let count = seen[key], count > 1 { key += "~\(count)" }
      entries.append(
        Listing.Entry(
          row: index, key: key, label: label, role: closing.map { .closing($0) } ?? .item))
    }
    return Listing(entries: entries)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
