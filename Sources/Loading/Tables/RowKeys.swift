import Budget

/// Gives the rows of a list the keys by which they are addressed.
struct RowKeys {
  /// The list.
  let builder: ListingBuilder
  /// The codes that are spread over several columns.
  let codes: AccountCodes

  private var listing: ListingForm { builder.listing }
  private var isForm: Bool { builder.table.form.layout == .form }

  /// Gives each row its label, and the key that the row alone gives.
  func assignOwnKeys(to drafts: inout [DraftEntry], reporting findings: inout CappedFindings) {
    for index in drafts.indices {
      drafts[index].label = label(drafts[index].row)
      if case .closing(let closing) = drafts[index].role {
        drafts[index].ownKey = listing.closing[closing].key
        continue
      }
      let key = ownKey(index, drafts[index].row, upTo: LabelText.longest)
      if key.isEmpty, !listing.key.isEmpty || listing.label != nil {
        findings.add(
          .rowWithoutKey, at: builder.headCell(drafts[index].row),
          "这一行有内容，但没有编码也没有名称。请补上，或删去这一行")
      }
      if isForm, builder.plan.headings.contains(ExactText(key)) { drafts[index].role = .heading }
      drafts[index].ownKey = key.isEmpty ? "row" : key
    }
  }

  /// Makes the keys unique: a key that occurs more than once is replaced by the path to it.
  /// Returns where each key is found.
  func assignKeys(
    to drafts: inout [DraftEntry], reporting findings: inout CappedFindings
  ) -> EntryIndex {
    var (index, repeated) = takeOwnKeys(&drafts)
    if lengthenKeys(&drafts, repeated) { (index, repeated) = takeOwnKeys(&drafts) }
    if repeated.isEmpty { return index }
    tellApart(&drafts, repeated, reporting: &findings)
    return EntryIndex(drafts.map(\.key))
  }

  /// Gives each row its own key; returns where each is found, and those that occur more than once.
  private func takeOwnKeys(_ drafts: inout [DraftEntry]) -> (EntryIndex, repeated: Set<ExactText>) {
    var repeated: Set<ExactText> = []
    var index = EntryIndex(capacity: drafts.count)
    for place in drafts.indices {
      let key = drafts[place].ownKey
      drafts[place].key = key
      if !index.note(key, at: place) { repeated.insert(ExactText(key)) }
    }
    return (index, repeated)
  }

  /// Looks at more of long labels that begin alike; returns whether there are any.
  private func lengthenKeys(_ drafts: inout [DraftEntry], _ repeated: Set<ExactText>) -> Bool {
    var hasLonger = false
    for index in drafts.indices {
      let key = drafts[index].ownKey
      guard key.utf8.count >= LabelText.longest, repeated.contains(ExactText(key)) else { continue }
      let longer = ownKey(index, drafts[index].row, upTo: LabelText.longestToTellApart)
      if !longer.hasSameBytes(as: key) { hasLonger = true }
      drafts[index].ownKey = longer
    }
    return hasLonger
  }

  private func tellApart(
    _ drafts: inout [DraftEntry], _ repeated: Set<ExactText>,
    reporting findings: inout CappedFindings
  ) {
    if listing.key.isEmpty, listing.label == nil { return number(&drafts, repeated) }
    let sections = isForm ? inheritedSections(drafts) : []
    for index in drafts.indices where repeated.contains(ExactText(drafts[index].ownKey)) {
      drafts[index].key =
        isForm ? joined(sections[index], drafts[index].ownKey) : path(to: index, in: drafts)
    }
    reportDuplicates(&drafts, reporting: &findings)
  }

  /// Numbers rows that nothing tells apart: row, row2, row3. A total keeps its key, however many rows
  /// there are.
  private func number(_ drafts: inout [DraftEntry], _ repeated: Set<ExactText>) {
    var numbers: [ExactText: Int] = [:]
    for index in drafts.indices {
      let key = ExactText(drafts[index].ownKey)
      guard repeated.contains(key) else { continue }
      numbers[key, default: 0] += 1
      if let number = numbers[key], number > 1 { drafts[index].key += String(number) }
    }
  }

  /// Reports rows that have the same path too, and tells them apart by a number.
  private func reportDuplicates(
    _ drafts: inout [DraftEntry], reporting findings: inout CappedFindings
  ) {
    var lines: [ExactText: Int32] = [:]
    var numbers: [ExactText: Int] = [:]
    for index in drafts.indices {
      var key = drafts[index].key
      let cell = builder.headCell(drafts[index].row)
      if let line = lines[ExactText(key)] {
        findings.add(
          .duplicateKey, at: cell,
          "“\(cell.text.excerpt)”和第 \(line) 行重复（键同为“\(key.excerpt)”）。"
            + "请删去重复的行，或改成不同的编码、名称")
        let base = key
        repeat {
          numbers[ExactText(base), default: 1] += 1
          key = base + "~" + String(numbers[ExactText(base), default: 2])
        } while lines[ExactText(key)] != nil
      }
      lines[ExactText(key)] = cell.line
      drafts[index].key = key
    }
  }

  private func label(_ row: Int) -> String {
    if isForm, let column = listing.key.last(where: { !builder.isBlank(row, $0) }) {
      return builder.text(row, column)
    }
    if let column = listing.label, !builder.isBlank(row, column) {
      return builder.text(row, column)
    }
    let column =
      listing.key.first { !builder.isBlank(row, $0) }
      ?? builder.plan.wordColumns.first { !builder.isBlank(row, $0) }
    return column.map { builder.text(row, $0) } ?? ""
  }

  /// The key that a row alone gives, with no more characters of a label than `length`.
  private func ownKey(_ index: Int, _ row: Int, upTo length: Int) -> String {
    let key = isForm ? itemKey(row, upTo: length) : joinedKey(index, row, upTo: length)
    guard key.isEmpty, let column = listing.label else { return key }
    return LabelText.key(builder.text(row, column), upTo: length)
  }

  /// In a paper form the innermost label is the key: 资金总额, not 总体资金情况-资金总额.
  private func itemKey(_ row: Int, upTo length: Int) -> String {
    let column = listing.key.last { !builder.isBlank(row, $0) }
    return column.map { LabelText.key(builder.text(row, $0), upTo: length) } ?? ""
  }

  private func joinedKey(_ index: Int, _ row: Int, upTo length: Int) -> String {
    var key = ""
    for column in listing.key {
      let text = codes.text(index, column: column) ?? builder.text(row, column)
      if text.isEmpty { continue }
      let isCode = builder.table.kinds[column] == .code
      let part = isCode ? LabelText.codeKey(text) : LabelText.key(text, upTo: length)
      if key.isEmpty {
        key = part
      } else {
        key += "-"
        key += part
      }
    }
    return key
  }

  /// The keys of all rows above and the row's own: 本年收入/一般公共预算拨款.
  private func path(to index: Int, in drafts: [DraftEntry]) -> String {
    var parts = [drafts[index].ownKey]
    var next = drafts[index].parent
    // As many steps as there are levels at most, since a parent's level is always lower.
    while let parent = next {
      parts.append(drafts[parent].ownKey)
      next = drafts[parent].parent
    }
    return parts.reversed().joined(separator: "/")
  }

  /// For each row of a paper form the section in which it stands; a blank one means the one above.
  private func inheritedSections(_ drafts: [DraftEntry]) -> [String] {
    guard listing.key.count > 1, let column = listing.key.first else {
      return drafts.map { _ in "" }
    }
    var section = ""
    return drafts.map { draft in
      let text = builder.text(draft.row, column)
      if !text.isEmpty { section = LabelText.key(text, upTo: LabelText.longestToTellApart) }
      return section
    }
  }

  private func joined(_ section: String, _ key: String) -> String {
    section.isEmpty || section == key ? key : section + "/" + key
  }
}
