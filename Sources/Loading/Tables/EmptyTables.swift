import Budget

extension ListingBuilder {
  /// Whether the list says nothing: no item has an amount, and no closing row one other than zero.
  /// Where the list has no amounts at all, as in a paper form, any row says something.
  func isEmpty(_ drafts: [DraftEntry]) -> Bool {
    guard !plan.amountColumns.isEmpty else { return drafts.allSatisfy { $0.role != .item } }
    return drafts.allSatisfy { draft in
      plan.amountColumns.allSatisfy { column in
        if case .closing = draft.role { return cell(draft.row, column).value?.isZero ?? true }
        return isBlank(draft.row, column) || isDash(draft.row, column)
      }
    }
  }

  /// Whether a dash stands for no amount. What cannot be read as one may yet be one.
  private func isDash(_ row: Int, _ column: Int) -> Bool {
    let cell = cell(row, column)
    return cell.value == nil && AmountNotation.read(cell.text) == .none
  }
}

extension TableLoader {
  /// What notes say of a table without data, without white space.
  private static let denials = ["没有数据", "无数据", "为空表", "表为空", "无此项", "没有此项"]

  /// Checks that an empty table may be empty and says why, and that a filled one does not say that
  /// it is empty. Other notes may stand under any table.
  func reportEmptiness(
    _ presence: Table.Presence, form: Form, note: String, notePosition: SourcePosition,
    reportFile: String, reporting capped: inout CappedFindings, into findings: inout [Finding]
  ) {
    let words = note.isEmpty ? "" : LabelText.withoutSpaces(note)
    if presence == .empty {
      if !form.mayBeEmpty {
        let hasAmounts = form.columns.contains { $0.kind == .amount && $0.isShown }
        capped.add(
          .emptyTableNotAllowed, line: 1, column: 1,
          "\(form.number)《\(form.title)》"
            + (hasAmounts ? "没有一个金额。这张表不能是空表，请填入数据" : "一行也没有填写。这张表不能是空表，请填写"))
      } else if words.isEmpty {
        capped.add(
          .emptyTableWithoutNote, line: 1, column: 1,
          "\(form.number)《\(form.title)》是空表，要注明原因。"
            + "请在 \(reportFile) 的 notes 下写“\(form.id): 注：本部门没有……，故没有数据。”")
      }
    } else if !words.isEmpty, let denial = Self.denials.first(where: { words.contains($0) }) {
      findings.append(
        Finding(
          .noteOnFilledTable, at: notePosition,
          "\(form.number)《\(form.title)》的注说“\(denial)”，可是表里有数据。请改正注或核对表格"))
    }
  }
}
