import Budget

/// Writes a formula for readers: with the values in place of the names, each linked to its cell.
struct FormulaText {
  let report: Report
  let index: ReportIndex
  let links: CellLinks

  /// How many values a sum shows before it is summed up.
  private static let shownTerms = 10

  /// Appends the formula.
  func append(_ expression: Expression, into html: inout HTMLBuffer) {
    switch expression {
    case .number(let value, let measure): html.text(value.description + (measure?.sign ?? ""))
    case .reference(let reference): value(of: reference, into: &html)
    case .sum(let reference): sum(of: reference, into: &html)
    case .negation(let inner):
      html.raw("−")
      operand(inner, within: nil, into: &html)
    case .operation(let sign, let left, let right):
      operand(left, within: sign, into: &html)
      html.raw(Self.symbol(sign))
      operand(right, within: sign, isRight: true, into: &html)
    }
  }

  /// An operand in parentheses where the order of operations needs them.
  private func operand(
    _ expression: Expression, within sign: Expression.Operator?, isRight: Bool = false,
    into html: inout HTMLBuffer
  ) {
    let needs = Self.needsParentheses(expression, within: sign, isRight: isRight)
    if needs { html.raw("（") }
    append(expression, into: &html)
    if needs { html.raw("）") }
  }

  private static func needsParentheses(
    _ expression: Expression, within sign: Expression.Operator?, isRight: Bool
  ) -> Bool {
    guard case .operation(let inner, _, _) = expression else { return false }
    let innerIsSum = inner == .plus || inner == .minus
    switch sign {
    case nil: return innerIsSum
    case .plus: return false
    case .minus: return isRight && innerIsSum
    case .times: return innerIsSum
    case .dividedBy: return innerIsSum || isRight
    }
  }

  private static func symbol(_ sign: Expression.Operator) -> StaticString {
    switch sign {
    case .plus: " ＋ "
    case .minus: " − "
    case .times: " × "
    case .dividedBy: " ÷ "
    }
  }

  private func value(of reference: Reference, into html: inout HTMLBuffer) {
    switch index.resolve(reference) {
    case .success(.fact(let fact)): html.text(report.text(of: Term(.fact(fact))))
    case .success(.cells(let cells)) where cells.count == 1:
      links.amount(cells[0], into: &html)
    default: html.text(Expression.reference(reference).description)
    }
  }

  private func sum(of reference: Reference, into html: inout HTMLBuffer) {
    let cells = (try? index.resolve(reference).get().cells) ?? []
    html.raw("（")
    for (offset, address) in cells.prefix(Self.shownTerms).enumerated() {
      if offset > 0 { html.raw(" ＋ ") }
      links.amount(address, into: &html)
    }
    if cells.count > Self.shownTerms { html.text(" ＋ …，共\(cells.count)项") }
    if cells.isEmpty { nothing(in: reference, into: &html) }
    html.raw("）")
  }

  /// A sum without values: what there is to see is the table.
  private func nothing(in reference: Reference, into html: inout HTMLBuffer) {
    guard let table = index.table(of: reference) else { return html.raw("无") }
    let form = report.tables[table].form
    html.link(toTableOf: form, form.title)
    html.raw(index.isOfEmptyTable(reference) ? "无数据" : "没有这样的行")
  }
}
