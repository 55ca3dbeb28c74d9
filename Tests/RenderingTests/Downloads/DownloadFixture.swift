import Budget

/// Makes small reports for tests, a part at a time.
struct DownloadFixture {
  var tables: [Table] = []
  var blocks: [Block] = []
  var facts: [ExternalFact] = []
  var figures: [FigureResult] = []
  var terms: [Term] = []
  var path = "2021"

  private static let position = SourcePosition(file: "narrative.md", line: 1)

  func with(_ change: (inout DownloadFixture) -> Void) -> DownloadFixture {
    var copy = self
    change(&copy)
    return copy
  }

  func table(_ table: Table) -> DownloadFixture { with { $0.tables.append(table) } }

  func heading(_ level: Int, _ words: String) -> DownloadFixture {
    let heading = Heading(
      level: level, content: [.text(words, Self.position)], anchor: words,
      position: Self.position)
    return with { $0.blocks.append(.heading(heading)) }
  }

  /// A paragraph with a figure in it that repeats a cell, and whether it agrees.
  func paragraph(
    _ before: String, figure text: String, bound expression: String, to cell: CellAddress,
    expected: String? = nil, note: String = ""
  ) throws -> DownloadFixture {
    let bound = BoundFigure(
      index: figures.count, text: text, expression: try Expression(parsing: expression),
      expressionText: expression, note: note, position: Self.position)
    let result = FigureResult(
      text: text, position: Self.position, state: expected == nil ? .verified : .acknowledged,
      boundAs: bound, terms: terms.count..<(terms.count + 1),
      stated: ExactDecimal(text.prefix { $0.isASCII }),
      expected: expected.flatMap { ExactDecimal($0) },
      difference: expected.map { _ in ExactDecimal(1) })
    return with {
      $0.blocks.append(
        .paragraph([.text(before, Self.position), .figure(bound)], Self.position))
      $0.figures.append(result)
      $0.terms.append(Term(.cell(cell)))
    }
  }

  func fact(_ name: String, _ figure: String, from source: String) -> DownloadFixture {
    guard let printed = PrintedFigure(figure) else { return self }
    let fact = ExternalFact(name: name, figure: printed, source: source, position: Self.position)
    return with { $0.facts.append(fact) }
  }

  func report() -> Report {
    Report(
      path: path, title: "说明", department: "某中心", fiscalYear: 2021, kind: .budget,
      published: nil, sourceDocument: "", formSet: FormSet(id: "set", title: "", forms: []),
      tables: tables, narrative: Narrative(blocks: blocks, file: "narrative.md"), facts: facts,
      file: "report.yml")
  }

  func verification() -> Verification {
    Verification(checks: [], figures: figures, findings: [], terms: terms)
  }
}

/// Makes tables for tests: columns first, then rows.
struct TableFixture {
  var id = "expenditure"
  var number = "表三"
  var title = "支出表"
  var decimals = 2
  var layout = Form.Layout.list
  var columns: [Column] = []
  var header: [HeaderNode]?
  var rows: [[String]] = []
  var entries: [Listing.Entry] = []
  var presence = Table.Presence.filled
  var note = ""

  func with(_ change: (inout TableFixture) -> Void) -> TableFixture {
    var copy = self
    change(&copy)
    return copy
  }

  func column(
    _ id: String, _ title: String, _ kind: Column.Kind, under group: String? = nil
  ) -> TableFixture {
    let path = (group.map { [$0] } ?? []) + [title]
    return with { $0.columns.append(Column(id: id, title: title, path: path, kind: kind)) }
  }

  /// A row whose key is its first cell, or `total` for a closing row.
  func row(
    _ cells: String..., level: Int = 1, parent: Int? = nil, isTotal: Bool = false
  ) -> TableFixture {
    with { table in
      table.entries.append(
        Listing.Entry(
          row: table.rows.count, key: isTotal ? "total" : cells[0], label: cells[1],
          role: isTotal ? .closing(0) : .item, level: level, parent: parent))
      table.rows.append(cells)
    }
  }

  func build() -> Table {
    let form = Form(
      id: id, number: number, title: title, decimals: decimals, layout: layout, columns: columns,
      header: header ?? columns.indices.map { .column($0) },
      listings: [
        ListingForm(
          id: "rows", key: [0], label: columns.firstIndex { $0.kind == .label },
          hierarchy: .code(columns: [0], lengths: [3, 5, 7]),
          closing: [.init(key: "total", label: "总计", sum: .items)])
      ])
    let rows = rows.enumerated().map { number, texts in
      texts.enumerated().map { place, text in
        let isAmount = columns[place].kind == .amount || columns[place].kind == .value
        return Cell(
          text: text, value: isAmount ? ExactDecimal(text) : nil, line: number + 2,
          column: place + 1)
      }
    }
    return Table(
      form: form, presence: presence, file: id + ".csv", rows: Rows(rows),
      listings: [Listing(entries: entries)], note: note,
      notePosition: SourcePosition(file: "report.yml"))
  }

  /// Two items and a total, with a blank, a dash and words that look like a formula.
  static var sample: TableFixture {
    TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .column("total", "合计", .amount).column("basic", "基本", .amount)
      .row("201", "一般", "1234567.5", "-")
      .row("20103", "=办公", "1234567.5", "", level: 2, parent: 0)
      .row("", "总计", "1234567.5", "0", isTotal: true)
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
