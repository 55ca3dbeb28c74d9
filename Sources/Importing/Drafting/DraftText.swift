import Budget

/// Writes drafts of forms as a form set's file.
struct DraftText {
  let forms: [DraftForm]
  let year: Int

  /// The file.
  var text: String {
    var lines = [
      "# 由导入起草的表样，请核对：各表的标识（id）、列的类型（type）、分级（hierarchy）和合计（closing）。",
      "# {year} 代表本报告的年度，{last_year} 代表上一年度。",
      "title: （请填写表样名称）", "", "tables:",
    ]
    for form in forms { lines += table(form) + [""] }
    return lines.joined(separator: "\n")
  }

  private func table(_ form: DraftForm) -> [String] {
    var lines = [
      "  - id: \(form.id)", "    number: \(scalar(form.number))",
      "    title: \(scalar(form.title))",
      "    unit: \(form.unit.rawValue)", "    layout: \(form.layout.rawValue)",
    ]
    if form.isEmpty { lines.append("    may_be_empty: true  # 原件里没有数据") }
    guard form.isTwoSided else { return lines + listing(form, 0, indent: "    ", skipping: 0) }
    lines.append("    sides:")
    for side in 0..<2 {
      lines.append("      - id: \(DraftForm.sideID(side))")
      let title = form.sideTitle(side)
      if !title.isEmpty { lines.append("        title: \(scalar(title))") }
      lines += listing(form, side, indent: "        ", skipping: title.isEmpty ? 0 : 1)
    }
    return lines
  }

  private func listing(
    _ form: DraftForm, _ index: Int, indent: String, skipping depth: Int
  ) -> [String] {
    var lines = [indent + "columns:"]
    lines += nodes(
      form.header(form.indices(of: index), depth: depth), form, indent: indent + "  ")
    if form.isWide { return lines }
    let key = form.key(of: index).map { form.columns[$0].id }.joined(separator: ", ")
    lines.append(indent + "key: [\(key)]")
    switch form.hierarchies[index] {
    case .code(let columns, let lengths):
      let ids = columns.map { form.columns[$0].id }.joined(separator: ", ")
      let digits = lengths.map(String.init).joined(separator: ", ")
      lines.append(indent + "hierarchy: {by: code, columns: [\(ids)], lengths: [\(digits)]}")
    case .indentation: lines.append(indent + "hierarchy: {by: indentation}")
    case .numbering: lines.append(indent + "hierarchy: {by: numbering}")
    default: lines.append(indent + "hierarchy: {by: none}")
    }
    let closing = form.closing.filter { $0.listing == index }.map(\.row)
    if !closing.isEmpty { lines.append(indent + "closing:") }
    for row in closing {
      let sum = row.sum == .nothing ? "" : ", sum: \(row.sum.rawValue)"
      lines.append(indent + "  - {key: \(row.key), label: \(scalar(row.label))\(sum)}")
    }
    return lines
  }

  private func nodes(_ nodes: [HeaderNode], _ form: DraftForm, indent: String) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .column(let index):
        let column = form.columns[index]
        let title = scalar(column.path.last ?? "")
        return [indent + "- {id: \(column.id), title: \(title), type: \(column.kind.rawValue)}"]
      case .group(let title, let inner):
        return [indent + "- title: \(scalar(title))", indent + "  columns:"]
          + self.nodes(inner, form, indent: indent + "    ")
      }
    }
  }

  /// A text with the years as placeholders.
  private func scalar(_ text: String) -> String {
    let general = text.replacing("\(year)年", with: "{year}年")
      .replacing("\(year - 1)年", with: "{last_year}年")
    return YAMLText.scalar(general)
  }
}
