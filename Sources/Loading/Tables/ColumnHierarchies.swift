import Budget

/// A column says each row's level; a row is at most one level deeper than the row above.
struct LevelHierarchy: RowHierarchy {
  /// The column that says the level.
  let column: Int

  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings
  ) {
    let cell = builder.cell(drafts[index].row, column)
    let deepest = outline.open.count + 1
    let level = Int(cell.text).map { max(0, min($0, Int.max - 1)) } ?? 0
    if level < 1 || level > deepest {
      findings.add(
        .levelInvalid, at: cell,
        "级次“\(cell.text.excerpt)”不对：这一行可以是 1 到 \(deepest) 的整数，最多比上一行深一级")
    }
    let depth = min(max(level, 1), deepest)
    while outline.open.count >= depth { outline.close() }
    outline.attach(index, ranks: depth...depth, in: &drafts)
  }
}

/// A column says the key of each row's parent, which stands further up; blank for a top row.
struct ParentHierarchy: RowHierarchy {
  /// The column that says the parent.
  let column: Int
  private var indexOfKey: [String: Int] = [:]

  /// A hierarchy by the keys in `column`.
  init(column: Int) {
    self.column = column
  }

  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings
  ) {
    defer { indexOfKey[drafts[index].ownKey] = index }
    let cell = builder.cell(drafts[index].row, column)
    guard !cell.isBlank else { return }
    guard
      let parent = indexOfKey[LabelText.codeKey(cell.text)] ?? indexOfKey[LabelText.key(cell.text)]
    else {
      findings.add(
        .parentUnknown, at: cell,
        "上级“\(cell.text.excerpt)”不在这一行的上面。请写上面某一行的编码或名称，并让上级排在前面")
      return
    }
    guard drafts[parent].level < builder.limits.levels else {
      outline.wentTooDeep = true
      return
    }
    drafts[index].parent = parent
    drafts[index].level = drafts[parent].level + 1
    drafts[parent].hasChildren = true
  }
}
