import Budget

/// Makes the narrative's Markdown from the lines that are no table's.
struct NarrativeBuilder {
  private let lines: [NarrativeLine]
  private let contents: ContentsList?
  private let body: [NarrativeLine]
  private let hasParts: Bool
  private var styleLevels: [Int: Int] = [:]
  private var blocks: [String] = []

  /// The title of the whole; empty if there is none.
  let title: String

  /// A builder for `lines`, in reading order.
  init(_ lines: [NarrativeLine]) {
    let lines = lines.filter { !$0.isEmptyItem }
    let titleLines = Self.titleLines(lines)
    title = lines[..<titleLines].map(\.text).joined()
    self.lines = lines
    let rest = Array(lines[titleLines...])
    let contents = ContentsList(rest)
    self.contents = contents
    body =
      contents.map { Array(rest[..<$0.range.lowerBound] + rest[$0.range.upperBound...]) } ?? rest
    hasParts = body.contains { $0.number?.rank == .part && !$0.isSentence && $0.text.count <= 50 }
  }

  /// The entries of the printed contents.
  var contentsEntries: [String] { contents?.entries.map(\.text) ?? [] }

  /// The Markdown, with the places of charts and tables.
  ///
  /// `firstTable` is the first block that is a table of the form set.
  mutating func markdown(charts: [ChartForm], tablesTitle: String, firstTable: Int?) -> String {
    blocks = title.isEmpty ? [] : ["# " + MarkdownText.heading(title)]
    if let contents {
      blocks.append("## 目录")
      blocks.append(
        contents.entries.map {
          String(repeating: "  ", count: $0.depth) + "- " + MarkdownText.paragraph($0.text)
        }.joined(separator: "\n"))
    }
    let placements = Placements(charts: charts, lines: body, firstTable: firstTable)
    let tables = "![\(tablesTitle)](tables:)"
    var index = 0
    while index < body.count {
      if placements.tables == index { blocks.append(tables) }
      let end = listEnd(from: index)
      if end > index + 1 {
        blocks.append(body[index..<end].map { Self.item($0) }.joined(separator: "\n"))
      } else if let level = headingLevel(index) {
        blocks.append(
          String(repeating: "#", count: level) + " " + MarkdownText.heading(body[index].text))
      } else {
        blocks.append(MarkdownText.paragraph(body[index].text))
      }
      for line in index..<max(end, index + 1) {
        for chart in placements.charts(after: line) {
          blocks.append("![\(chart.title)](chart:\(chart.id))")
        }
      }
      index = max(end, index + 1)
    }
    if placements.tables >= body.count { blocks.append(tables) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// How many lines at the top are the title.
  static func titleLines(_ lines: [NarrativeLine]) -> Int {
    let styled = lines.prefix { $0.role == .title }.count
    if styled > 0 { return styled }
    for (index, line) in lines.prefix(3).enumerated() {
      guard line.number == nil, !line.isSentence, line.text.count <= 40, line.role != .contents,
        line.text.folded != "目录"
      else { return 0 }
      if ["预算", "决算"].contains(where: { line.text.contains($0) }) { return index + 1 }
    }
    return 0
  }

  // MARK: Lists

  /// Where the list that begins at `start` ends; `start` if none begins there.
  private func listEnd(from start: Int) -> Int {
    guard let first = body[start].number, first.rank == .item,
      first.mark == "." || first.mark == ")"
    else { return start }
    var end = start + 1
    while end < body.count, let next = body[end].number, next.rank == .item,
      next.mark == first.mark, next.number == first.number + end - start
    {
      end += 1
    }
    return end - start >= 2 ? end : start
  }

  private static func item(_ line: NarrativeLine) -> String {
    guard let number = line.number else { return line.text }
    let words = String(line.text.dropFirst(number.length)).trimmedText
    return "\(number.number)\(number.mark) " + MarkdownText.paragraph(words)
  }

  // MARK: Headings

  /// The level of the heading that a line is; `nil` if it is none.
  private mutating func headingLevel(_ index: Int) -> Int? {
    let line = body[index]
    let top = hasParts ? 2 : 1
    guard let number = line.number else {
      guard case .heading(let style) = line.role, line.text.count <= 60 else { return nil }
      return styleLevels[style] ?? min(6, style + 1)
    }
    let level = min(6, top + number.rank.rawValue)
    switch number.rank {
    case .part:
      guard !line.isSentence, line.text.count <= 50 else { return nil }
    case .section, .subsection:
      guard !line.isSentence, line.text.count <= 60 else { return nil }
    case .item:
      guard isItemHeading(index) else { return nil }
    case .subitem:
      return nil
    }
    if case .heading(let style) = line.role { styleLevels[style] = level }
    return level
  }

  /// A short numbered line right above a paragraph, or one that Word calls a heading.
  private func isItemHeading(_ index: Int) -> Bool {
    let line = body[index]
    guard !line.isSentence, line.text.count <= 30,
      !line.text.contains(where: { "，：:,".contains($0) })
    else { return false }
    if case .heading = line.role { return true }
    return index + 1 < body.count && body[index + 1].number == nil
  }
}
