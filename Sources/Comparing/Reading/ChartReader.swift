/// Reads charts and the overview's main figures.
enum ChartReader {
  /// What a report's page shows of this kind: the overview's figures, its charts, the narrative's.
  static func charts(_ page: Element) -> [PublishedChart] {
    var charts: [PublishedChart] = []
    if let headlines = page.first("ul", "headlines") { charts.append(overview(headlines)) }
    charts += page.all { $0.has("overview-chart") }.map(table)
    charts += page.all { $0.name == "figure" && $0.has("chart") }.compactMap(picture)
    return charts
  }

  /// The main figures: 收入总计, its change, its parts.
  private static func overview(_ headlines: Element) -> PublishedChart {
    var points: [PublishedChart.Point] = []
    for item in headlines.children {
      let label = item.first("p", "headline-label")?.text ?? ""
      let values = item.children.filter { $0.name == "p" && !$0.has("headline-label") }
      points.append(.init(label: label, values: values.map(\.text)))
      for part in item.first("ul", "parts")?.children ?? [] {
        points.append(.init(label: label + "／" + words(of: part), values: amounts(of: part)))
      }
    }
    return PublishedChart(
      key: "overview", title: "预算概览", points: points, cells: Set(headlines.linkedCells),
      tables: [])
  }

  /// The words before a part's amount.
  private static func words(of part: Element) -> String {
    guard case .text(let label)? = part.nodes.first else { return part.first("a")?.text ?? "" }
    return label.trimmed
  }

  private static func amounts(of part: Element) -> [String] {
    part.children.map(\.text)
  }

  /// A chart of the overview: a table with bars.
  private static func table(_ chart: Element) -> PublishedChart {
    let title = chart.first("figcaption")?.text ?? ""
    let lines = chart.first("tbody")?.children ?? []
    let points = lines.compactMap { line -> PublishedChart.Point? in
      guard let label = line.first("th")?.text else { return nil }
      return PublishedChart.Point(label: label, values: line.all("td").map(\.text))
    }
    return PublishedChart(
      key: "overview/" + title, title: "预算概览：" + title, points: points,
      cells: Set(chart.linkedCells),
      tables: [])
  }

  /// A chart of the narrative: drawn, with each item in a group.
  private static func picture(_ chart: Element) -> PublishedChart? {
    guard let title = chart.first("title") else { return nil }
    let points = chart.all { $0.name == "g" && $0.has("group") }.map { group in
      PublishedChart.Point(
        label: group.first("text", "item")?.text ?? "",
        values: group.all { $0.has("value") }.map(\.text))
    }
    let links = chart.first("figcaption")?.all("a").compactMap { $0["href"] } ?? []
    return PublishedChart(
      key: title["id"] ?? title.text, title: title.text, points: points, cells: [],
      tables: Set(links.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)).exact }))
  }
}
