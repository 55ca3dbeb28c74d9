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
    let labels = Dictionary(
      listing.closing.enumerated().map { (ExactText(LabelText.plain($1.label)), $0) },
      uniquingKeysWith: { first, _ in first })
    var isAtEnd = true
    for index in drafts.indices.reversed() {
      guard let closing = closing(drafts[index], labels) else {
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

  private func closing(_ draft: DraftEntry, _ labels: [ExactText: Int]) -> Int? {
    var word: String?
    for column in wordColumns {
      let text = cell(draft, column).text
      if text.isEmpty { continue }
      if word != nil { return nil }
      word = text
    }
    return word.flatMap { labels[ExactText(LabelText.plain($0))] }
  }

  private func reportItemsAfterTotal(
    _ drafts: [DraftEntry], reporting findings: inout CappedFindings
  ) {
    var total: Cell?
    for draft in drafts {
      if draft.role != .item {
        total = total ?? headCell(draft)
      } else if let total {
        findings.add(
          .rowAfterTotal, at: headCell(draft),
          "“\(headCell(draft).text.excerpt)”排在第 \(total.line) 行“\(total.text.excerpt)”的后面。"
            + "合计行应当在最后，请把这一行移到它的上面")
      }
    }
  }

  private func reportMissing(
    _ drafts: [DraftEntry], lastLine: Int, reporting findings: inout CappedFindings
  ) {
    let present = Set(
      drafts.compactMap { draft in
        if case .closing(let index) = draft.role { index } else { nil }
      })
    for (index, closing) in listing.closing.enumerated()
    where closing.sum != .nothing && !present.contains(index) {
      let side = listing.title.isEmpty ? "" : "“\(listing.title)”一侧"
      findings.add(
        .missingTotal, line: lastLine, column: 1,
        "\(side)缺少“\(closing.label)”行。请在最后补上这一行，没有数据时金额留空")
    }
  }
}
