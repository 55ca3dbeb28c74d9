import Budget

/// Where what stands in a report's files appears on its pages: cells, figures and paragraphs.
///
/// Previews lead from a message to its place with it. Paragraphs are found only on pages of a
/// renderer that marks lines.
public struct PagePlaces: Sendable {
  /// A place on a page.
  public struct Place: Sendable, Hashable {
    /// The page within the report's folder: `revenue.html`.
    public let page: String
    /// The id of the element; `nil` for the page as a whole.
    public let id: String?
  }

  private struct Stop: Sendable {
    let line: Int
    let column: Int
    let id: String
  }

  /// What can be found in each file, in reading order.
  private var stops: [String: [Stop]] = [:]
  private var pages: [String: String] = [:]
  /// The ids of bound figures, by where their words begin.
  private var figures: [SourcePosition: String] = [:]

  /// The places of `report`'s parts.
  public init(_ report: Report, _ verification: Verification) {
    for table in report.tables {
      pages[table.file] = table.form.id + ".html"
      stops[table.file] = Self.cells(of: table)
    }
    let narrative = report.narrative
    pages[narrative.file] = "index.html"
    var paragraphs: [Stop] = []
    Self.collect(narrative.blocks.withoutTitle, into: &paragraphs)
    stops[narrative.file] = paragraphs
    let sources = FigureSources(
      report, verification, index: ReportIndex(report), links: CellLinks(report))
    for figure in sources.figures {
      let result = verification.figures[figure.result]
      if result.binding != nil { figures[result.position] = figure.id }
    }
  }

  /// Where `position` appears: its figure, or the cell or paragraph that it lies in. `nil` if its
  /// file is no table and not the narrative.
  public func place(of position: SourcePosition) -> Place? {
    guard let page = pages[position.file] else { return nil }
    if let figure = figures[position] { return Place(page: page, id: figure) }
    let stops = stops[position.file] ?? []
    if page == "index.html" {
      let before = stops.last { ($0.line, $0.column) <= (position.line, position.column) }
      return Place(page: page, id: before?.id)
    }
    // A line that has no cell on the page is one that could not be read: the page stands for it.
    let line = stops.filter { $0.line == position.line }
    return Place(page: page, id: (line.last { $0.column <= position.column } ?? line.first)?.id)
  }

  /// The id of a paragraph that begins on `line`.
  static func lineID(_ line: Int) -> String { "line-\(line)" }

  private static func cells(of table: Table) -> [Stop] {
    var cells: [Stop] = []
    let shown = table.form.columns.indices.filter { table.form.columns[$0].isShown }
    // In a form only the contents have ids; their row's other cells stand for them.
    let columns = table.form.layout == .form ? Array(shown.suffix(1)) : shown
    for row in table.rows.indices {
      for column in columns {
        guard let id = table.cellID(row: row, column: column) else { continue }
        let cell = table.rows[row, column]
        let start = table.form.layout == .form ? 1 : Int(cell.column)
        cells.append(Stop(line: Int(cell.line), column: start, id: id))
      }
    }
    return cells.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private static func collect(_ blocks: some Sequence<Block>, into stops: inout [Stop]) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        let position = heading.position
        stops.append(Stop(line: position.line, column: position.column, id: heading.anchor))
      case .paragraph(_, let position):
        stops.append(
          Stop(line: position.line, column: position.column, id: lineID(position.line)))
      case .list(_, let items): for item in items { collect(item, into: &stops) }
      case .quote(let inner): collect(inner, into: &stops)
      case .code, .thematicBreak, .placement: break
      }
    }
  }
}
