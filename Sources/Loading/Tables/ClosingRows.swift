import Budget

extension ListingBuilder {
  /// Finds the rows that close the list and gives them their role.
  ///
  /// A row can close the list if one of its words is a closing row's label and it has no others.
  /// Rows at the end are taken as such; further up only sums are, and the items after them reported.
  func markClosingRows(
    _ drafts: inout [DraftEntry], lastLine: Int, reporting findings: inout CappedFindings
  ) {
    guard !listing.closing.isEmpty else { return }
    var isAtEnd = true
    for index in drafts.indices.reversed() {
      guard let closing = closing(drafts[index].row) else {
        isAtEnd = false
        continue
      }
      if isAtEnd || listing.closing[closing].sum != .nothing {
        drafts[index].role = .closing(closing)
      }
    }
    reportItemsAfterTotal(drafts, reporting: &findings)
    reportMissing(drafts, lastLine: lastLine, reporting: &findings)
  }

  private func closing(_ row: Int) -> Int? {
    var word: Int?
    for column in plan.wordColumns where !isBlank(row, column) {
      if word != nil { return nil }
      word = column
    }
    guard let word else { return nil }
    let label = LabelText.plain(text(row, word))
    return plan.closingLabels.firstIndex { $0.hasSameBytes(as: label) }
  }

  private func reportItemsAfterTotal(
    _ drafts: [DraftEntry], reporting findings: inout CappedFindings
  ) {
    guard let first = drafts.firstIndex(where: { $0.role != .item }) else { return }
    let total = headCell(drafts[first].row)
    for draft in drafts[first...] where draft.role == .item {
      findings.add(
        .rowAfterTotal, at: headCell(draft.row),
        "“\(headCell(draft.row).text.excerpt)”排在第 \(total.line) 行“\(total.text.excerpt)”的后面。"
          + "合计行应当在最后，请把这一行移到它的上面")
    }
  }

  private func reportMissing(
    _ drafts: [DraftEntry], lastLine: Int, reporting findings: inout CappedFindings
  ) {
    for (index, closing) in listing.closing.enumerated() where closing.sum != .nothing {
      // They stand at the end.
      if drafts.lastIndex(where: { $0.role == .closing(index) }) != nil { continue }
      let side = listing.title.isEmpty ? "" : "“\(listing.title)”一侧"
      findings.add(
        .missingTotal, line: lastLine, column: 1,
        "\(side)缺少“\(closing.label)”行。请在最后补上这一行，没有数据时金额留空")
    }
  }
}
