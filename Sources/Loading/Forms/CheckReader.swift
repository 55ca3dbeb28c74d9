import Budget

/// Reads the checks (勾稽关系) of a form set.
struct CheckReader {
  /// What the checks may refer to.
  let references: ReferenceCheck

  private enum Severity: String, CaseIterable {
    case error, warning
  }

  /// The checks that the form set's `fields` list; those that cannot be read are left out.
  func checks(_ fields: YAMLFields, into findings: inout [Finding]) -> [CheckForm] {
    var ids = UniqueNames(of: "核对")
    var checks: [CheckForm] = []
    for node in fields.nodes("checks", into: &findings) {
      let keys = ["id", "title", "each", "expect", "severity"]
      guard let check = YAMLFields(node, of: "核对", known: keys, into: &findings) else { continue }
      let id = ids.id(check, into: &findings)
      let title = check.required("title", into: &findings)?.text ?? ""
      let severity: Severity? = check.choice("severity", into: &findings)
      let domain = domain(check, into: &findings)
      let relation = relation(check, within: domain, into: &findings)
      guard let id, let domain, let relation else { continue }
      checks.append(
        CheckForm(
          id: id, title: title, domain: domain, relation: relation,
          severity: severity == .warning ? .warning : .error, position: node.position))
    }
    return checks
  }

  private func domain(
    _ fields: YAMLFields, into findings: inout [Finding]
  ) -> CheckForm.Domain? {
    guard fields.has("each") else { return .once }
    guard let scalar = fields.scalar("each", into: &findings) else { return nil }
    do {
      let domain = try CheckForm.Domain(parsing: scalar.text)
      guard references.check(domain, in: scalar, into: &findings) else { return nil }
      return domain
    } catch {
      findings.append(.expressionSyntax(error, in: scalar))
      return nil
    }
  }

  /// The relation; its names are only looked up where the `domain` is known.
  private func relation(
    _ fields: YAMLFields, within domain: CheckForm.Domain?, into findings: inout [Finding]
  ) -> Relation? {
    guard let scalar = fields.required("expect", into: &findings) else { return nil }
    do {
      let relation = try Relation(parsing: scalar.text)
      if let domain {
        references.check(relation.left, in: scalar, within: domain, into: &findings)
        references.check(relation.right, in: scalar, within: domain, into: &findings)
      }
      return relation
    } catch {
      findings.append(.expressionSyntax(error, in: scalar))
      return nil
    }
  }
}
