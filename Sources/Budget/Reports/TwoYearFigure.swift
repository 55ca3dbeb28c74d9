/// A figure as a report gives it for its own year and for the year before, by which it is set against
/// that year's report.
public struct TwoYearFigure: Sendable, Hashable {
  /// What the report gives for one year.
  public struct Entry: Sendable, Hashable {
    /// The amount; `nil` where the cell is blank, which is not zero.
    public let amount: Amount?
    /// Where in the content it stands.
    public let position: SourcePosition
  }

  /// The id that the form set gives the figure; of a chart's row, the chart's id and the row's label,
  /// with `{year}` and `{last_year}` for the report's.
  public let id: String
  /// What it covers, in Chinese; empty where that needs no words. Figures of different scope are not
  /// compared.
  public let scope: String
  /// What the report calls it.
  public let label: String
  /// For the report's year.
  public let thisYear: Entry
  /// For the year before; `nil` where the report does not give it.
  public let lastYear: Entry?
}

extension Report {
  /// The overview's figures, then the rows of the charts. What the ids do not tell apart is left out.
  func twoYearFigures(_ overview: [OverviewCell], _ index: ReportIndex) -> [TwoYearFigure] {
    var figures = overview.compactMap { twoYears($0, index) }
    // A chart's row that the overview shows covers what the overview says.
    let scopes = Dictionary(figures.map { ($0.thisYear.position, $0.scope) }) { first, _ in first }
    for chart in formSet.charts {
      for item in chart.items {
        guard let current = index.cell(item.current), let previous = index.cell(item.previous),
          let thisYear = entry(at: current)
        else { continue }
        figures.append(
          TwoYearFigure(
            id: chart.id + "/" + labelOfAnyYear(item.label),
            scope: scopes[thisYear.position] ?? "", label: item.label, thisYear: thisYear,
            lastYear: entry(at: previous)))
      }
    }
    return figures.filter { figure in
      figures.count { $0.id.hasSameBytes(as: figure.id) } == 1
    }
  }

  /// A label as the form set has it for all years.
  private func labelOfAnyYear(_ label: String) -> String {
    let years = [(String(fiscalYear), "{year}"), (String(fiscalYear - 1), "{last_year}")]
    // Most labels name none, and looking is faster than replacing.
    return years.reduce(label) { label, year in
      label.containsBytes(of: year.0) ? label.replacing(year.0, with: year.1) : label
    }
  }

  private func twoYears(_ shown: OverviewCell, _ index: ReportIndex) -> TwoYearFigure? {
    guard let thisYear = entry(at: shown.cell) else { return nil }
    let item = shown.item
    return TwoYearFigure(
      id: item.id, scope: item.scope, label: item.label, thisYear: thisYear,
      lastYear: item.previous.flatMap { entry(of: $0, index) })
  }

  /// What a cell gives; nothing where words stand that are no amount.
  private func entry(at address: CellAddress) -> TwoYearFigure.Entry? {
    let amount = amount(at: address)
    guard amount != nil || cell(at: address).text.unicodeScalars.allSatisfy(\.isNilDash) else {
      return nil
    }
    return TwoYearFigure.Entry(amount: amount, position: position(of: address))
  }

  private func entry(of reference: Reference, _ index: ReportIndex) -> TwoYearFigure.Entry? {
    switch index.resolve(reference) {
    case .success(.fact(let fact)):
      TwoYearFigure.Entry(amount: facts[fact].figure.amount, position: facts[fact].position)
    case .success(.cells(let cells)) where cells.count == 1: entry(at: cells[0])
    default: nil
    }
  }
}
