import Budget

/// Where charts and the list of tables stand among the lines of a narrative.
struct Placements {
  /// Before which line the list of tables stands; the number of lines for the end.
  let tables: Int
  private var chartsByLine: [Int: [ChartForm]] = [:]

  /// Looks for the places.
  init(charts: [ChartForm], lines: [NarrativeLine], firstTable: Int?) {
    tables = Self.tables(lines, firstTable)
    for chart in charts {
      guard let line = Self.line(of: chart, lines) else { continue }
      chartsByLine[line, default: []].append(chart)
    }
  }

  /// The charts that follow a line.
  func charts(after line: Int) -> [ChartForm] { chartsByLine[line] ?? [] }

  /// Right after the heading that announces the tables; else where they were.
  private static func tables(_ lines: [NarrativeLine], _ firstTable: Int?) -> Int {
    let heading = lines.lastIndex { line in
      guard let rank = line.number?.rank, rank <= .section, !line.isSentence else { return false }
      let words = line.text.folded
      return words.hasSuffix("表") || words.hasSuffix("报表") || words.hasSuffix("附表")
    }
    if let heading { return heading + 1 }
    guard let firstTable else { return lines.count }
    return lines.firstIndex { $0.block > firstTable } ?? lines.count
  }

  /// The first paragraph that compares amounts of what the chart shows: it names the words that the
  /// chart's title has in quotation marks, and two amounts.
  private static func line(of chart: ChartForm, _ lines: [NarrativeLine]) -> Int? {
    guard let start = chart.title.firstIndex(of: "“"), let end = chart.title.firstIndex(of: "”"),
      start < end
    else { return nil }
    let words = chart.title[start...end].folded
    return lines.firstIndex { line in
      line.text.folded.contains(words) && FigureScanner.figures(in: line.text).count >= 2
    }
  }
}
