import Budget

/// Makes reports for tests without loading anything.
struct ReportBuilder {
  var year = 2021
  var tables: [Table] = []
  var charts: [ChartForm] = []
  var checks: [CheckForm] = []
  var facts: [ExternalFact] = []
  var blocks: [Block] = []
  private var figures = 0
  private var line = 1

  static let narrativeFile = "Content/2021/narrative.md"

  func table(_ form: Form, _ csv: String, presence: Table.Presence? = nil) -> Self {
    var copy = self
    copy.tables.append(TableBuilder.table(form, csv, presence: presence))
    return copy
  }

  func check(
    _ id: String, each: String? = nil, _ relation: String,
    severity: Finding.Severity = .error
  ) throws -> Self {
    var copy = self
    copy.checks.append(
      CheckForm(
        id: id, title: "核对 \(id)", domain: try each.map { try .init(parsing: $0) } ?? .once,
        relation: try Relation(parsing: relation), severity: severity,
        position: SourcePosition(file: "Content/forms/test.yml", line: checks.count + 1)))
    return copy
  }

  func fact(_ name: String, _ figure: String) -> Self {
    guard let printed = PrintedFigure(figure) else { return self }
    var copy = self
    copy.facts.append(
      ExternalFact(
        name: name, figure: printed, source: "上年预算",
        position: SourcePosition(file: "Content/2021/facts.yml", line: facts.count + 1)))
    return copy
  }

  /// A paragraph in which `[text](=expression "note")` binds a figure and `**…**` is strong.
  func paragraph(_ markdown: String) throws -> Self {
    var copy = self
    let position = SourcePosition(file: Self.narrativeFile, line: line)
    copy.blocks.append(.paragraph(try copy.inlines(markdown), position))
    copy.line += 2
    return copy
  }

  func heading(_ level: Int, _ words: String) -> Self {
    var copy = self
    let position = SourcePosition(file: Self.narrativeFile, line: line)
    copy.blocks.append(
      .heading(
        Heading(
          level: level, content: [.text(words, position)], anchor: words, position: position)))
    copy.line += 2
    return copy
  }

  func list(_ items: [String]) throws -> Self {
    var copy = self
    var blocks: [[Block]] = []
    for item in items {
      let position = SourcePosition(file: Self.narrativeFile, line: copy.line, column: 3)
      blocks.append([.paragraph(try copy.inlines(item, column: 3), position)])
      copy.line += 1
    }
    copy.blocks.append(.list(.bullet, items: blocks))
    copy.line += 1
    return copy
  }

  func build() -> Report {
    Report(
      path: "2021", title: "测试", department: "测试中心", fiscalYear: year, kind: .budget,
      published: nil,
      sourceDocument: "",
      formSet: FormSet(
        id: "test", title: "测试", forms: tables.map(\.form), charts: charts, checks: checks),
      tables: tables, narrative: Narrative(blocks: blocks, file: Self.narrativeFile), facts: facts,
      file: "Content/2021/report.yml")
  }

  private mutating func inlines(_ markdown: String, column: Int = 1) throws -> [Inline] {
    var result: [Inline] = []
    var rest = markdown[...]
    var column = column
    func here() -> SourcePosition {
      SourcePosition(file: Self.narrativeFile, line: line, column: column)
    }
    let figure = #/\[([^\]]+)\]\(=(.+?)(?: "([^"]*)")?\)(?=[^\)\]\.\-\+\*\/]|$)/#
    while let match = try figure.firstMatch(in: rest) {
      let before = String(rest[..<match.range.lowerBound])
      if !before.isEmpty { result.append(.text(before, here())) }
      column += before.unicodeScalars.count + 1
      result.append(
        .figure(
          BoundFigure(
            index: figures, text: String(match.1),
            expression: try Expression(parsing: String(match.2)),
            expressionText: String(match.2), note: match.3.map(String.init) ?? "", position: here())
        ))
      figures += 1
      column += match.0.unicodeScalars.count - 1
      rest = rest[match.range.upperBound...]
    }
    if !rest.isEmpty { result.append(.text(String(rest), here())) }
    return result
  }
}
