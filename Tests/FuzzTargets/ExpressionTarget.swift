import Budget

/// Any text as an expression, a relation, or what a check is made for.
enum ExpressionTarget {
  /// Reads it, and what it is written as.
  static func load(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    if let expression = try read(text, Expression.init(parsing:)) {
      try promiseNotation(of: expression)
    }
    _ = try read(text, Relation.init(parsing:))
    _ = try read(text, CheckForm.Domain.init(parsing:))
  }

  /// Computes it: as a figure of the narrative, and as checks, once and for each row of a table.
  static func publish(_ bytes: [UInt8]) throws {
    try load(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    let zero = Expression.number(.zero, nil)
    if let expression = try? Expression(parsing: text) {
      try compute(expression, as: Relation(expression, .atMost, .negation(expression)), .once)
    }
    if let relation = try? Relation(parsing: text) {
      try compute(relation.left, as: relation, .once)
    }
    if let domain = try? CheckForm.Domain(parsing: text) {
      let row = Expression.reference(Reference(table: "支出", rows: .key("$"), column: "合计"))
      try compute(zero, as: Relation(row, .atLeast, zero), domain)
    }
  }

  private static func read<Value>(
    _ text: String, _ parse: (String) throws(ExpressionSyntaxError) -> Value
  ) throws -> Value? {
    do throws(ExpressionSyntaxError) {
      return try parse(text)
    } catch {
      let isInText = (0...text.unicodeScalars.count).contains(error.offset)
      try promise(isInText, "place \(error.offset) is not in the text: \(error.message)")
      return nil
    }
  }

  /// What is written reads the same, unless parentheses that it needs make it too long or too deep.
  private static func promiseNotation(of expression: Expression) throws(BrokenPromise) {
    let notation = expression.description
    var again: Expression?
    do throws(ExpressionSyntaxError) {
      again = try Expression(parsing: notation)
    } catch {
      let isBeyondLimits = error.message.contains("太深") || error.message.contains("太长")
      try promise(isBeyondLimits, "“\(notation)” is not read: \(error.message)")
      return
    }
    try promise(again == expression, "“\(notation)” is not read as it was written")
  }

  private static func compute(
    _ expression: Expression, as relation: Relation, _ domain: CheckForm.Domain
  ) throws {
    let site = try SiteWithHole.whole.get()
    let base = site.report
    let domains: [CheckForm.Domain] = [
      domain, .rows(table: "支出", listing: nil, condition: [], includesClosing: true),
    ]
    let formSet = FormSet(
      id: base.formSet.id, title: base.formSet.title, forms: base.formSet.forms,
      checks: domains.enumerated().map {
        CheckForm(
          id: "check-\($0)", title: "核对", domain: $1, relation: relation, severity: .warning,
          position: SourcePosition(file: "Content/forms/all.yml"))
      })
    let position = SourcePosition(file: base.narrative.file)
    let figure = BoundFigure(
      index: 0, text: "5.00元", expression: expression, expressionText: expression.description,
      note: "原文如此", position: position)
    let narrative = Narrative(
      blocks: [.paragraph([.figure(figure)], position)], file: base.narrative.file)
    let report = Report(
      path: base.path, title: base.title, department: base.department,
      fiscalYear: base.fiscalYear, kind: base.kind, published: base.published,
      sourceDocument: base.sourceDocument, formSet: formSet, tables: base.tables,
      narrative: narrative, facts: base.facts, file: base.file)
    let verification = try site.verify(report, report)
    if !verification.findings.contains(where: { $0.severity == .error }) {
      try site.render(Site(), report, verification)
    }
  }
}
