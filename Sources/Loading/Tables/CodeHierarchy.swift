import Budget

/// Rows stand under each other as their account codes do: 2010350 under 20103 under 201.
struct CodeHierarchy: RowHierarchy {
  private let columns: [Int]
  private let lengths: [Int]
  private let codes: AccountCodes
  /// The codes of the outline's open levels.
  private var open: [String] = []

  /// Codes that are put together from `columns`, and whose levels have these lengths.
  init(columns: [Int], lengths: [Int], codes: AccountCodes) {
    self.columns = columns
    self.lengths = lengths
    self.codes = codes
  }

  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings
  ) {
    let code = code(of: index, in: drafts, builder)
    guard let account = AccountCode(code, lengths: lengths),
      columns.count == 1 || widthsAreRight(parts(of: index, in: drafts, builder))
    else {
      let parts = parts(of: index, in: drafts, builder)
      findings.add(
        .codeLength, at: codeCell(drafts[index].row, builder), advice(on: code, parts: parts))
      return
    }
    while let last = open.last,
      last.utf8.count >= code.utf8.count || !code.utf8.starts(with: last.utf8)
    {
      open.removeLast()
      outline.close()
    }
    let parentLength = account.level > 1 ? lengths[account.level - 2] : 0
    if open.last?.utf8.count ?? 0 != parentLength {
      let parent = String(code.prefix(parentLength))
      findings.add(
        .hierarchyOrphan, at: codeCell(drafts[index].row, builder),
        orphanAdvice(code, parent, before: index, in: drafts, builder))
    }
    outline.attach(index, ranks: account.level...account.level, in: &drafts)
    open.append(code)
  }

  private func codeCell(_ row: Int, _ builder: ListingBuilder) -> Cell {
    let column = columns.last { !builder.isBlank(row, $0) } ?? columns.first ?? 0
    return builder.cell(row, column)
  }

  /// Whether each column of a code in several columns has its level's digits, and none is left out.
  private func widthsAreRight(_ parts: [String]) -> Bool {
    var before = 0
    var ended = false
    for (part, length) in zip(parts, lengths) {
      if part.isEmpty {
        ended = true
      } else if ended || part.utf8.count != length - before {
        return false
      }
      before = length
    }
    return true
  }

  private func advice(on code: String, parts: [String]) -> String {
    if code.isEmpty { return "这一行没有科目编码。请补上编码" }
    let expected: String
    if columns.count == 1 {
      expected = lengths.map(String.init).joined(separator: "、") + " 位数字"
    } else {
      let widths = zip(lengths, [0] + lengths).map { $0 - $1 }
      expected = "各级依次是 " + widths.map(String.init).joined(separator: "、") + " 位数字"
    }
    let isNumber = code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return "科目编码“\(parts.filter { !$0.isEmpty }.joined(separator: "-").excerpt)”不对：应当是\(expected)。"
      + (isNumber ? "Excel 会去掉开头的 0，请把整列设为“文本”再填" : "编码里不能有字母、逗号或空格")
  }

  private func orphanAdvice(
    _ code: String, _ parent: String, before index: Int, in drafts: [DraftEntry],
    _ builder: ListingBuilder
  ) -> String {
    let away = (0..<index).first { self.code(of: $0, in: drafts, builder) == parent }
    guard let away else {
      return "科目 \(code) 的上面没有它的上级科目 \(parent)。请补上 \(parent) 这一行，或核对编码"
    }
    let line = codeCell(drafts[away].row, builder).line
    return "科目 \(code) 离开了它的上级 \(parent)（第 \(line) 行），中间隔着别的科目。请把这一行移到上级科目的下面"
  }

  /// The row's code with what it inherits.
  private func code(of index: Int, in drafts: [DraftEntry], _ builder: ListingBuilder) -> String {
    if columns.count == 1, let column = columns.first {
      return builder.text(drafts[index].row, column)
    }
    return parts(of: index, in: drafts, builder).joined()
  }

  /// The row's code in its columns, with what it inherits.
  private func parts(of index: Int, in drafts: [DraftEntry], _ builder: ListingBuilder) -> [String]
  {
    columns.map { codes.text(index, column: $0) ?? builder.text(drafts[index].row, $0) }
  }
}
