import Budget

/// Makes a list out of a table's rows: which rows close it, how the others stand under each other,
/// and by what key each is addressed.
struct ListingBuilder {
  let form: Form
  let listing: ListingForm
  let limits: TableLimits
  let rows: [Row]
  /// How far each row's label is indented, if the list's hierarchy depends on it.
  let indentations: [Int]
  /// The list's columns that hold words or codes.
  let wordColumns: [Int]
  /// The list's columns that hold amounts.
  let amountColumns: [Int]
  private let shownColumns: [Int]

  /// A builder of the list with the index `index`.
  init(form: Form, index: Int, table: TableRows, limits: TableLimits) {
    self.form = form
    self.limits = limits
    listing = form.listings[index]
    rows = table.rows
    indentations = table.indentations[index]
    shownColumns = form.columns.indices.filter {
      form.columns[$0].listing == index && form.columns[$0].isShown
    }
    amountColumns = shownColumns.filter { form.columns[$0].kind == .amount }
    wordColumns = shownColumns.filter { form.columns[$0].kind != .amount }
  }

  /// The list's entries in the order of their rows.
  func build(lastLine: Int, reporting findings: inout CappedFindings) -> [DraftEntry] {
    var drafts = rows.indices.filter(hasPart).map { DraftEntry(row: $0) }
    markClosingRows(&drafts, lastLine: lastLine, reporting: &findings)
    let codes = AccountCodes(drafts, builder: self)
    RowKeys(builder: self, codes: codes).assignOwnKeys(to: &drafts, reporting: &findings)
    arrange(&drafts, codes: codes, reporting: &findings)
    RowKeys(builder: self, codes: codes).assignKeys(to: &drafts, reporting: &findings)
    return drafts
  }

  /// The cell in `column` of the row that `draft` is about.
  func cell(_ draft: DraftEntry, _ column: Int) -> Cell { rows[draft.row].cells[column] }

  /// The cell that heads the row, for messages; a blank one only if there are no words at all.
  func headCell(_ draft: DraftEntry) -> Cell {
    let preferred = [listing.label].compactMap { $0 } + listing.key + wordColumns + shownColumns
    let column = preferred.first { !cell(draft, $0).isBlank } ?? preferred.first ?? 0
    return cell(draft, column)
  }

  private func hasPart(_ row: Int) -> Bool {
    shownColumns.contains { !rows[row].cells[$0].isBlank }
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
          .hierarchyTooDeep, at: headCell(drafts[index]),
          "这一行在第 \(limits.levels) 级以下。最多分 \(limits.levels) 级，请检查级次或缩进")
        outline.wentTooDeep = false
      }
    }
  }
}
