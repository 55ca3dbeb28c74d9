import Budget

/// Gives the rows of a list the keys by which they are addressed.
struct RowKeys {
  /// The list.
  let builder: ListingBuilder
  /// The codes that are spread over several columns.
  let codes: AccountCodes

  private var listing: ListingForm { builder.listing }
  private var isForm: Bool { builder.form.layout == .form }

  /// Gives each row its label, and the key that the row alone gives.
  func assignOwnKeys(to drafts: inout [DraftEntry], reporting findings: inout CappedFindings) {
    let headings = Set(listing.headingRows.map(LabelText.key))
    for index in drafts.indices {
      let draft = drafts[index]
      drafts[index].label = label(draft)
      if case .closing(let closing) = draft.role {
        drafts[index].ownKey = listing.closing[closing].key
        continue
      }
      var key = isForm ? itemKey(draft) : joinedKey(index, draft)
      if key.isEmpty, let column = listing.label {
        key = LabelText.key(builder.cell(draft, column).text)
      }
      if key.isEmpty, !listing.key.isEmpty || listing.label != nil {
        findings.add(
          .rowWithoutKey, at: builder.headCell(draft),
          "这一行有内容，但没有编码也没有名称。请补上，或删去这一行")
      }
      drafts[index].ownKey = key.isEmpty ? "row" : key
      if isForm, headings.contains(key) { drafts[index].role = .heading }
    }
  }

  /// Makes the keys unique: a key that occurs more than once is replaced by the path to it.
  func assignKeys(to drafts: inout [DraftEntry], reporting findings: inout CappedFindings) {
    var repeated: Set<ExactText> = []
    var seen: Set<ExactText> = []
    seen.reserveCapacity(drafts.count)
    for index in drafts.indices {
      let key = drafts[index].ownKey
      drafts[index].key = key
      if !seen.insert(ExactText(key)).inserted { repeated.insert(ExactText(key)) }
    }
    if repeated.isEmpty { return }
    if listing.key.isEmpty, listing.label == nil {
      for index in drafts.indices.dropFirst() { drafts[index].key += String(index + 1) }
      return
    }
    let sections = isForm ? inheritedSections(drafts) : []
    for index in drafts.indices where repeated.contains(ExactText(drafts[index].ownKey)) {
      drafts[index].key =
        isForm ? joined(sections[index], drafts[index].ownKey) : path(to: index, in: drafts)
    }
    reportDuplicates(&drafts, reporting: &findings)
  }

  /// Reports rows that have the same path too, and tells them apart by a number.
  private func reportDuplicates(
    _ drafts: inout [DraftEntry], reporting findings: inout CappedFindings
  ) {
    var lines: [String: Int32] = [:]
    var numbers: [String: Int] = [:]
    for index in drafts.indices {
      var key = drafts[index].key
      let cell = builder.headCell(drafts[index])
      if let line = lines[key] {
        findings.add(
          .duplicateKey, at: cell,
          "“\(cell.text.excerpt)”和第 \(line) 行重复（键同为“\(key.excerpt)”）。"
            + "请删去重复的行，或改成不同的编码、名称")
        let base = key
        repeat {
          numbers[base, default: 1] += 1
          key = base + "~" + String(numbers[base, default: 2])
        } while lines[key] != nil
      }
      lines[key] = cell.line
      drafts[index].key = key
    }
  }

  private func label(_ draft: DraftEntry) -> String {
    if isForm, let column = listing.key.last(where: { !cell(draft, $0).isBlank }) {
      return cell(draft, column).text
    }
    if let column = listing.label, !cell(draft, column).isBlank { return cell(draft, column).text }
    let column = (listing.key + builder.wordColumns).first { !cell(draft, $0).isBlank }
    return column.map { cell(draft, $0).text } ?? ""
  }

  private func cell(_ draft: DraftEntry, _ column: Int) -> Cell { builder.cell(draft, column) }

  /// In a paper form the innermost label is the key: 资金总额, not 总体资金情况-资金总额.
  private func itemKey(_ draft: DraftEntry) -> String {
    listing.key.last { !cell(draft, $0).isBlank }.map { LabelText.key(cell(draft, $0).text) } ?? ""
  }

  private func joinedKey(_ index: Int, _ draft: DraftEntry) -> String {
    var key = ""
    for column in listing.key {
      let text = codes.text(index, column: column) ?? cell(draft, column).text
      if text.isEmpty { continue }
      let isCode = builder.form.columns[column].kind == .code
      let part = isCode ? LabelText.codeKey(text) : LabelText.key(text)
      key = key.isEmpty ? part : key + "-" + part
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
      let text = cell(draft, column).text
      if !text.isEmpty { section = LabelText.key(text) }
      return section
    }
  }

  private func joined(_ section: String, _ key: String) -> String {
    section.isEmpty || section == key ? key : section + "/" + key
  }
}
