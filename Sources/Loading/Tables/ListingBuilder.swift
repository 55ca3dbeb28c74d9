import Budget

/// Makes a list out of a table's rows: which rows close it, how the others stand under each other,
/// and by what key each is addressed.
struct ListingBuilder {
  /// The form that the table fills.
  let table: TablePlan
  /// The list.
  let plan: ListingPlan
  let limits: TableLimits
  let rows: Rows
  /// How far each row's label is indented, if the list's hierarchy depends on it.
  let indentations: [Int]

  /// A builder of the list with the index `index`.
  init(_ table: TablePlan, index: Int, rows: TableRows, limits: TableLimits) {
    self.table = table
    self.limits = limits
    plan = table.listings[index]
    self.rows = rows.rows
    indentations = rows.indentations[index]
  }

  /// The form of the list.
  var listing: ListingForm { plan.listing }

  /// The list's entries in the order of their rows, and where each key is found.
  func build(
    lastLine: Int, reporting findings: inout CappedFindings
  ) -> (entries: [DraftEntry], index: EntryIndex) {
    var drafts: [DraftEntry] = []
    drafts.reserveCapacity(rows.count)
    for row in rows.indices where hasPart(row) { drafts.append(DraftEntry(row: row)) }
    markClosingRows(&drafts, lastLine: lastLine, reporting: &findings)
    let codes = AccountCodes(drafts, builder: self)
    let keys = RowKeys(builder: self, codes: codes)
    keys.assignOwnKeys(to: &drafts, reporting: &findings)
    arrange(&drafts, codes: codes, reporting: &findings)
    let index = keys.assignKeys(to: &drafts, reporting: &findings)
    return (drafts, index)
  }

  /// What a row of the table says in `column`.
  func text(_ row: Int, _ column: Int) -> String { rows.text(row: row, column: column) }

  /// Whether a row of the table says nothing in `column`.
  func isBlank(_ row: Int, _ column: Int) -> Bool { rows.isBlank(row: row, column: column) }

  /// The cell in `column` of a row of the table.
  func cell(_ row: Int, _ column: Int) -> Cell { rows[row, column] }

  /// The cell that heads a row, for messages; a blank one only if there are no words at all.
  func headCell(_ row: Int) -> Cell {
    let head = plan.headColumns.first { !isBlank(row, $0) } ?? plan.headColumns.first
    return cell(row, head ?? 0)
  }

  private func hasPart(_ row: Int) -> Bool {
    plan.shownColumns.contains { !isBlank(row, $0) }
  }

  private func arrange(
    _ drafts: inout [DraftEntry], codes: AccountCodes, reporting findings: inout CappedFindings
  ) {
    var outline = Outline(limit: limits.levels)
    switch listing.hierarchy {
    case .none: break
    case .code(let columns, let lengths):
      arrange(
        &drafts, by: CodeHierarchy(columns: columns, lengths: lengths, codes: codes),
        &outline, reporting: &findings)
    case .indentation:
      arrange(&drafts, by: IndentationHierarchy(), &outline, reporting: &findings)
    case .numbering:
      arrange(&drafts, by: NumberingHierarchy(), &outline, reporting: &findings)
    case .level(let column):
      arrange(&drafts, by: LevelHierarchy(column: column), &outline, reporting: &findings)
    case .parent(let column):
      arrange(&drafts, by: ParentHierarchy(column: column), &outline, reporting: &findings)
    }
  }

  private func arrange(
    _ drafts: inout [DraftEntry], by hierarchy: some RowHierarchy, _ outline: inout Outline,
    reporting findings: inout CappedFindings
  ) {
    var hierarchy = hierarchy
    for index in drafts.indices where drafts[index].role == .item {
      hierarchy.place(index, in: &drafts, self, &outline, reporting: &findings)
      if outline.wentTooDeep {
        findings.add(
          .hierarchyTooDeep, at: headCell(drafts[index].row),
          "这一行在第 \(limits.levels) 级以下。最多分 \(limits.levels) 级，请检查级次或缩进")
        outline.wentTooDeep = false
      }
    }
  }
}
