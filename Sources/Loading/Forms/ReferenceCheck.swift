import Budget

/// Looks up the tables and columns that expressions name, before there is any table.
struct ReferenceCheck: Sendable {
  /// The forms that may be named.
  let formSet: FormSet

  /// Reports every reference of `expression` that names nothing.
  func check(
    _ expression: Expression, in scalar: YAMLScalar, within domain: CheckForm.Domain,
    into findings: inout [Finding]
  ) {
    switch expression {
    case .number: break
    case .reference(let reference), .sum(let reference):
      check(reference, in: scalar, within: domain, into: &findings)
    case .operation(_, let left, let right):
      check(left, in: scalar, within: domain, into: &findings)
      check(right, in: scalar, within: domain, into: &findings)
    case .negation(let inner):
      check(inner, in: scalar, within: domain, into: &findings)
    }
  }

  /// Reports what `domain` names but is not there; `false` then.
  func check(
    _ domain: CheckForm.Domain, in scalar: YAMLScalar, into findings: inout [Finding]
  ) -> Bool {
    switch domain {
    case .once:
      return true
    case .groups(let table, let column):
      guard let form = form(table, in: scalar, into: &findings) else { return false }
      return check(column: column, of: form, in: scalar, into: &findings)
    case .rows(let table, let listing, let condition, _):
      guard let form = form(table, in: scalar, into: &findings) else { return false }
      if let listing, !form.listings.contains(where: { $0.id == listing || $0.title == listing }) {
        let names = form.listings.flatMap { [$0.id, $0.title] }.filter { !$0.isEmpty }
        unknown(
          listing, "\(form.title)里没有栏“\(listing)”", among: names, in: scalar, into: &findings)
        return false
      }
      return check(condition, of: form, in: scalar, into: &findings)
    }
  }

  private func check(
    _ reference: Reference, in scalar: YAMLScalar, within domain: CheckForm.Domain,
    into findings: inout [Finding]
  ) {
    guard !reference.isFact else { return }
    guard let table = reference.table ?? domain.table else {
      findings.append(
        Finding(
          .referenceUnknown, at: scalar.position(of: reference.column),
          "“\(reference.column)”前面要写表名，例如“表三[总计].\(reference.column)”。"))
      return
    }
    guard let form = form(table, in: scalar, into: &findings) else { return }
    _ = check(column: reference.column, of: form, in: scalar, into: &findings)
    if case .filtered(let filters) = reference.rows {
      _ = check(filters, of: form, in: scalar, into: &findings)
    }
  }

  private func check(
    _ filters: [Filter], of form: Form, in scalar: YAMLScalar, into findings: inout [Finding]
  ) -> Bool {
    var isKnown = true
    for filter in filters where !filter.column.isEmpty {
      if !check(column: filter.column, of: form, in: scalar, into: &findings) { isKnown = false }
    }
    return isKnown
  }

  private func form(
    _ name: String, in scalar: YAMLScalar, into findings: inout [Finding]
  ) -> Form? {
    if let index = formSet.formIndex(named: name) { return formSet.forms[index] }
    let names = formSet.forms.flatMap { [$0.id, $0.number, $0.title] + $0.aliases }
    unknown(name, "没有表“\(name)”", among: names, in: scalar, into: &findings)
    return nil
  }

  /// A name that several columns bear is not reported: which one is meant, the row may decide.
  private func check(
    column name: String, of form: Form, in scalar: YAMLScalar, into findings: inout [Finding]
  ) -> Bool {
    if form.columns.contains(where: { $0.id == name || $0.isNamed(name) }) { return true }
    let names = form.columns.flatMap { [$0.id, $0.title] + $0.aliases }
    unknown(name, "\(form.title)里没有列“\(name)”", among: names, in: scalar, into: &findings)
    return false
  }

  private func unknown(
    _ name: String, _ problem: String, among names: [String], in scalar: YAMLScalar,
    into findings: inout [Finding]
  ) {
    let hint = Spelling.suggestion(for: name, among: names)
    findings.append(
      Finding(
        .referenceUnknown, at: scalar.position(of: name), length: name.unicodeScalars.count,
        problem + (hint.isEmpty ? "；请核对表样里的名称。" : hint)))
  }
}

extension CheckForm.Domain {
  /// The table whose columns need no table's name.
  fileprivate var table: String? {
    switch self {
    case .once: nil
    case .rows(let table, _, _, _), .groups(let table, _): table
    }
  }
}
