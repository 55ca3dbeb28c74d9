import Budget

/// The figures of a report's overview, found in their cells. What a report does not have, or leaves
/// blank, is left out.
struct OverviewFigures {
  /// A figure in its cell.
  struct Figure {
    let label: String
    let address: CellAddress
    let amount: Amount
    /// The amount as its table prints it.
    let text: String
    /// Last year's figure, where the report has one.
    let previous: Previous?
  }

  /// Last year's figure.
  struct Previous {
    let text: String
    /// The cell that holds it; `nil` for an outside fact.
    let address: CellAddress?
    /// 减少3,370.79元，下降22.80%
    let change: String
  }

  /// A main figure with its parts.
  struct Statement {
    let figure: Figure
    let parts: [Figure]
  }

  /// A chart with its values.
  struct Chart {
    enum Kind {
      /// The largest first; how many more there are that are not shown.
      case ranking([Figure], total: Figure, more: Int)
      case share([Figure], total: Figure)
      case years(ComparisonChart)
    }

    let title: String
    let kind: Kind
  }

  /// The most bars of a ranking.
  private static let maximumBars = 10

  let statements: [Statement]
  let charts: [Chart]
  /// Where last year's figures come from, as the facts say.
  let factSources: [String]

  /// The overview of `report`; `nil` if its form set describes none or nothing of it is there.
  /// Comparisons may be among the `known` ones already.
  init?(_ report: Report, index: ReportIndex, known: [ComparisonChart] = []) {
    guard let form = report.formSet.overview else { return nil }
    let finder = OverviewFinder(report: report, index: index)
    statements = form.statements.compactMap { statement in
      finder.figure(statement.item).map { figure in
        Statement(
          figure: figure,
          parts: statement.parts.compactMap(finder.figure).filter { !$0.amount.value.isZero })
      }
    }
    charts = form.charts.compactMap { chart in
      Self.chart(chart, finder, known).map { Chart(title: chart.title, kind: $0) }
    }
    guard !statements.isEmpty || !charts.isEmpty else { return nil }
    factSources = finder.factSources(form)
  }

  private static func chart(
    _ chart: OverviewForm.Chart, _ finder: OverviewFinder, _ known: [ComparisonChart]
  ) -> Chart.Kind? {
    switch chart.kind {
    case .years(let form):
      let chart =
        known.first { $0.form.id == form.id }
        ?? ComparisonChart(form, in: finder.report, index: finder.index)
      return chart.map(Chart.Kind.years)
    case .share(let items, let total):
      guard let total = finder.figure(total, label: ""), total.amount.value > .zero else {
        return nil
      }
      let figures = items.compactMap(finder.figure)
      guard !figures.contains(where: \.amount.value.isNegative) else { return nil }
      return figures.isEmpty ? nil : .share(figures, total: total)
    case .ranking(let values, let total):
      guard let total = finder.figure(total, label: ""), total.amount.value > .zero,
        case .success(.cells(let cells)) = finder.index.resolve(values)
      else { return nil }
      let report = finder.report
      let amounts = cells.compactMap { cell in
        report.cell(at: cell).value.map { (cell: cell, value: $0) }
      }.filter { !$0.value.isZero }
      // Rows of the same amount keep the table's order.
      let ordered = amounts.enumerated().sorted {
        ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
      }.map(\.element)
      guard !ordered.isEmpty else { return nil }
      return .ranking(
        ordered.prefix(maximumBars).compactMap { finder.figure($0.cell) }, total: total,
        more: max(0, ordered.count - maximumBars))
    }
  }

  /// The main figures in one sentence, for descriptions: a list of results, feeds.
  func sentence(_ report: Report) -> String {
    let parts = statements.map { statement in
      let figure = statement.figure
      let change = figure.previous.map { "，比上年\($0.change)" } ?? ""
      return figure.label + figure.text + figure.amount.unit.rawValue + change
    }
    return parts.isEmpty ? "" : "\(report.fiscalYear)年" + parts.joined(separator: "；") + "。"
  }
}
