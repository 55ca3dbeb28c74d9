import Budget

/// Reads how the rows of a list are keyed, stand under each other, and are closed.
struct ListingReader {
  /// The keys of a form set's file that describe a list.
  static let keys = ["key", "hierarchy", "closing"]

  /// The form's columns.
  let columns: [Column]
  /// The list's number within the form.
  let listing: Int

  /// The list that `fields` describe.
  func listing(
    _ fields: YAMLFields, id: String, title: String = "", layout: Form.Layout,
    into findings: inout [Finding]
  ) -> ListingForm {
    let key = fields.scalars("key", into: &findings).compactMap {
      column($0, of: "key", into: &findings)
    }
    if key.isEmpty, layout != .wide, !fields.has("key") || hasNothing(under: "key", fields) {
      findings.append(
        Finding(
          .formLayout, at: fields.position,
          "\(fields.subject)要用“key”说明哪些列合起来能区分各行，例如 key: [code]；只有版式 wide 可以不写。"))
    }
    let label = columns.firstIndex { $0.listing == listing && $0.kind == .label }
    let (hierarchy, sums) = hierarchy(fields, hasLabel: label != nil, into: &findings)
    let amountRows = fields.scalars("amount_rows", into: &findings).map(\.text)
    let headingRows = fields.scalars("heading_rows", into: &findings).map(\.text)
    return ListingForm(
      id: id, title: title, key: key, label: label, hierarchy: hierarchy, sumsChildren: sums,
      closing: closing(fields, into: &findings), amountRows: amountRows, headingRows: headingRows)
  }

  private func hasNothing(under key: String, _ fields: YAMLFields) -> Bool {
    if case .sequence(let nodes)? = fields.node(key)?.content { return nodes.isEmpty }
    return false
  }

  private func closing(
    _ fields: YAMLFields, into findings: inout [Finding]
  ) -> [ListingForm.ClosingRow] {
    var keys = UniqueNames(of: "合计行")
    var rows: [ListingForm.ClosingRow] = []
    for node in fields.nodes("closing", into: &findings) {
      let known = ["key", "label", "sum"]
      guard let row = YAMLFields(node, of: "合计行", known: known, into: &findings) else { continue }
      let label = row.required("label", into: &findings)
      let sum: ListingForm.ClosingRow.Sum? = row.choice("sum", into: &findings)
      guard let key = keys.id(row, key: "key", into: &findings), let label else { continue }
      rows.append(ListingForm.ClosingRow(key: key, label: label.text, sum: sum ?? .nothing))
    }
    return rows
  }

  private enum HierarchyKind: String, CaseIterable {
    case none, code, indentation, numbering, level, parent
  }

  private func hierarchy(
    _ fields: YAMLFields, hasLabel: Bool, into findings: inout [Finding]
  ) -> (ListingForm.Hierarchy, sums: Bool) {
    guard let node = fields.node("hierarchy") else { return (.none, true) }
    let known = ["by", "columns", "column", "lengths", "sums"]
    guard let hierarchy = YAMLFields(node, of: "层次（hierarchy）", known: known, into: &findings)
    else { return (.none, true) }
    let sums = hierarchy.flag("sums", into: &findings) ?? true
    _ = hierarchy.requiredNode("by", into: &findings)
    guard let kind: HierarchyKind = hierarchy.choice("by", into: &findings) else {
      return (.none, sums)
    }
    func fail(_ message: String) -> (ListingForm.Hierarchy, sums: Bool) {
      findings.append(Finding(.formLayout, at: hierarchy.position, message))
      return (.none, sums)
    }
    switch kind {
    case .none:
      return (.none, sums)
    case .indentation, .numbering:
      guard hasLabel else { return fail("按缩进或编号分级，要有一列的 type 是 label。") }
      return (kind == .indentation ? .indentation : .numbering, sums)
    case .level, .parent:
      guard let scalar = hierarchy.required("column", into: &findings),
        let column = column(scalar, of: "column", into: &findings)
      else { return (.none, sums) }
      let wanted: Column.Kind = kind == .level ? .level : .parent
      guard columns[column].kind == wanted else {
        return fail("按“\(kind.rawValue)”分级，列“\(scalar.text)”的 type 应是 \(wanted.rawValue)。")
      }
      return (kind == .level ? .level(column: column) : .parent(column: column), sums)
    case .code:
      let named = hierarchy.scalars("columns", into: &findings)
      let columns = named.compactMap { column($0, of: "columns", into: &findings) }
      let given = hierarchy.scalars("lengths", into: &findings)
      let lengths = given.compactMap { YAMLFields.integer($0, in: 1...40) }
      guard columns.count == named.count else { return (.none, sums) }
      guard !columns.isEmpty, !lengths.isEmpty, lengths.count == given.count,
        zip(lengths, lengths.dropFirst()).allSatisfy({ $0 < $1 })
      else {
        return fail(
          "按编码分级，要写编码所在的列和各级的位数（从小到大），例如 {by: code, columns: [code], lengths: [3, 5, 7]}。")
      }
      return (.code(columns: columns, lengths: lengths), sums)
    }
  }

  /// The index of the list's column with this id.
  private func column(
    _ scalar: YAMLScalar, of key: String, into findings: inout [Finding]
  ) -> Int? {
    let own = columns.indices.filter { columns[$0].listing == listing }
    if let index = own.first(where: { columns[$0].id == scalar.text }) { return index }
    let hint = Spelling.suggestion(for: scalar.text, among: own.map { columns[$0].id })
    findings.append(
      Finding(
        .formColumnUnknown, at: scalar.position, length: scalar.text.unicodeScalars.count,
        "“\(key)”里的列“\(scalar.text)”不在本表的列（id）中\(hint)"))
    return nil
  }
}
