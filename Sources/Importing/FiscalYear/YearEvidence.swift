/// What documents, their names and the report's folder say about the year of the budget.
struct YearEvidence {
  /// What titles say, and headings where a document has no title.
  private(set) var titles: [YearStatement] = []
  /// What the names of files and of the folder say.
  private(set) var names: [YearStatement] = []
  /// What the lines over tables say.
  private(set) var tables: [YearStatement] = []
  /// What the headers of columns say that compare years.
  private(set) var columns: [YearStatement] = []
  /// What sentences say that speak of the budget of a year.
  private(set) var sentences: [YearStatement] = []
  /// All years in sentences and cells, as often as they are named.
  private(set) var others: [Int] = []

  /// Collects what is said by the documents, and by `folder`, the report's path in the content.
  init(_ documents: [ImportedDocument], folder: String) {
    for document in documents { read(document) }
    for document in documents {
      let name = document.file
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      guard let year = YearMention.year(ofName: stem) else { continue }
      names.append(
        YearStatement(
          source: .fileName, year: year, words: "", place: Place(file: name, within: "")))
    }
    for name in folder.split(separator: "/").reversed().map(String.init) {
      guard let year = YearMention.year(ofName: name) else { continue }
      names.append(
        YearStatement(
          source: .folder, year: year, words: "", place: Place(file: folder, within: "")))
      break
    }
    // Of headings, those of earlier years look back.
    let latest = (titles + names).years.max() ?? 0
    titles.removeAll { $0.source == .heading && $0.year < latest }
  }

  /// What names another year than the report's; columns may name earlier ones.
  func statements(besides year: Int) -> [YearStatement] {
    (titles + names + tables).filter { $0.year != year } + columns.filter { $0.year > year }
  }

  // MARK: Words

  private mutating func read(_ document: ImportedDocument) {
    let lines = document.blocks.enumerated().compactMap { index, block in
      if case .paragraph(let paragraph) = block {
        NarrativeLine(paragraph, block: index)
      } else {
        nil
      }
    }.filter { !$0.isEmptyItem }
    let title = NarrativeBuilder.titleLines(lines)
    let own = Self.title(lines[..<title]) ?? Self.cover(document) ?? Self.heading(lines[title...])
    if let own { titles.append(own) }

    // Lines in a row that may stand over a table.
    var captions: [ImportedDocument.Paragraph] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        if Caption.isOverTable(paragraph.text) {
          captions.append(paragraph)
        } else {
          captions = []
        }
        let mentions = YearMention.marked(in: paragraph.text)
        sentences += mentions.filter(\.isOfBudget).map {
          YearStatement(
            source: .sentence, year: $0.year, words: paragraph.text, place: paragraph.place)
        }
        others += mentions.map(\.year)
      case .table(let grid):
        for caption in captions { add(caption: caption.text, caption.place) }
        captions = []
        read(grid)
      }
    }
  }

  private static func title(_ lines: ArraySlice<NarrativeLine>) -> YearStatement? {
    let words = lines.map(\.text).joined()
    guard let place = lines.first?.place, Caption(words, forms: [])?.number == nil else {
      return nil
    }
    return statement(.title, words, place)
  }

  /// The title on a sheet that has words and no table; it may take several rows.
  private static func cover(_ document: ImportedDocument) -> YearStatement? {
    for case .table(let grid) in document.blocks {
      let rows = rows(of: grid)
      guard rows.allSatisfy({ $0.count == 1 }) else { continue }
      let cells = Array(rows.prefix(5).joined())
      let last = cells.firstIndex { cell in
        ["预算", "决算"].contains { cell.text.contains($0) }
      }
      guard let last, let place = cells.first?.place else { continue }
      let words = cells[...last].map(\.text.trimmedText).joined()
      if let title = statement(.title, words, place) { return title }
    }
    return nil
  }

  /// The latest year in a heading: sections look back (2020年预算执行情况).
  private static func heading(_ lines: ArraySlice<NarrativeLine>) -> YearStatement? {
    let headings = lines.filter { line in
      if line.isSentence || line.text.count > 60 { return false }
      if case .heading = line.role { return true }
      return line.number.map { $0.rank <= .subsection } ?? false
    }
    let ofBudget = headings.filter { line in
      YearMention.all(in: line.text.folded).contains(where: \.isOfBudget)
    }
    let statements = ofBudget.compactMap { statement(.heading, $0.text, $0.place) }
    let latest = statements.years.max()
    return statements.first { $0.year == latest }
  }

  private static func statement(
    _ source: YearStatement.Source, _ words: String, _ place: Place
  ) -> YearStatement? {
    YearMention.year(ofTitle: words).map {
      YearStatement(source: source, year: $0, words: words, place: place)
    }
  }

  // MARK: Tables

  private mutating func read(_ grid: Grid) {
    for row in Self.rows(of: grid) {
      let mentions = row.map { $0.isNumber ? [] : YearMention.marked(in: $0.text) }
      let years = mentions.joined().map(\.year)
      guard !years.isEmpty else { continue }
      others += years
      let isOver = row.allSatisfy { !$0.isNumber && Caption.isOverTable($0.text) }
      // Years beside each other are columns, whatever their words look like.
      if isOver, Set(years).count == 1 {
        for cell in row { add(caption: cell.text, cell.place) }
        continue
      }
      for (cell, mentions) in zip(row, mentions) {
        guard let first = mentions.first, cell.text.folded.hasPrefix("\(first.year)"),
          first.isComparison, !first.rest.isEmpty || Set(years).count > 1
        else { continue }
        columns.append(
          YearStatement(
            source: .column, year: first.year, words: cell.text, place: cell.place))
      }
    }
  }

  private mutating func add(caption: String, _ place: Place) {
    if let said = Self.statement(.tableTitle, caption, place) { tables.append(said) }
  }

  /// The cells with words, by rows.
  private static func rows(of grid: Grid) -> [[Grid.Cell]] {
    var rows: [[Grid.Cell]] = []
    for cell in grid.cells where !cell.isBlank {
      if rows.last?.first?.row == cell.row {
        rows[rows.count - 1].append(cell)
      } else {
        rows.append([cell])
      }
    }
    return rows
  }
}
