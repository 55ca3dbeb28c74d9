/// One of a report's main figures, which the same figure of other years and departments can be set
/// beside.
public struct MainFigure: Sendable, Hashable {
  /// What makes two figures comparable: all three have to be the same.
  public struct Identity: Sendable, Hashable {
    /// The id that the form sets give the figure: `income-total`.
    public let id: String
    /// The unit that it is printed in.
    public let unit: Unit
    /// What it covers, in Chinese; empty where that needs no words.
    public let scope: String

    /// An identity out of its parts.
    init(id: String, unit: Unit, scope: String) {
      self.id = id
      self.unit = unit
      self.scope = scope
    }
  }

  /// Last year's figure as this year's report gives it.
  public struct Previous: Sendable, Hashable {
    /// The amount.
    public let amount: Amount
    /// Where the content gives it.
    public let position: SourcePosition
  }

  /// How a figure stands among the others.
  public enum Rank: Sendable, Hashable, CaseIterable, Recordable {
    /// One of the first figures of a report.
    case main
    /// A part of the main figure before it.
    case part
    /// A row of a chart, which is only compared with last year's report.
    case detail
  }

  /// What makes it comparable.
  public let identity: Identity
  /// What the report calls it.
  public let label: String
  /// How it stands among the others.
  public let rank: Rank
  /// The number, in the identity's unit.
  public let value: ExactDecimal
  /// How many decimals its table prints at least.
  public let decimals: Int
  /// The cell's link within the report's folder: `revenue.html#total.total`.
  public let link: String
  /// Where in the content the cell stands.
  public let position: SourcePosition
  /// Last year's figure, where the report has one.
  public let previous: Previous?

  /// The amount.
  public var amount: Amount { Amount(value, identity.unit) }
}

extension Report {
  /// The report's main figures, in the order of its form set's overview, then the rows of its
  /// charts. What the report leaves blank is left out, since blank is not zero.
  func mainFigures(_ index: ReportIndex) -> [MainFigure] {
    var figures: [MainFigure] = []
    for statement in formSet.overview?.statements ?? [] {
      figures += [mainFigure(statement.item, .main, index)].compactMap(\.self)
      figures += statement.parts.compactMap { mainFigure($0, .part, index) }
    }
    // A cell that is compared already is not compared twice.
    let compared = Set(figures.lazy.filter { $0.previous != nil }.map(\.position))
    for chart in formSet.charts {
      for item in chart.items {
        guard let current = index.cell(item.current), !compared.contains(position(of: current)),
          let previous = index.cell(item.previous),
          let figure = mainFigure(
            id: chart.id + "/" + item.label, label: item.label, scope: "", .detail, at: current,
            previous: self.previous(at: previous))
        else { continue }
        figures.append(figure)
      }
    }
    return figures
  }

  private func previous(at address: CellAddress) -> MainFigure.Previous? {
    amount(at: address).map { MainFigure.Previous(amount: $0, position: position(of: address)) }
  }

  private func mainFigure(
    _ item: OverviewForm.Item, _ rank: MainFigure.Rank, _ index: ReportIndex
  ) -> MainFigure? {
    guard !item.id.isEmpty, let cell = index.cell(item.value) else { return nil }
    return mainFigure(
      id: item.id, label: item.label, scope: item.scope, rank, at: cell,
      previous: item.previous.flatMap { previous($0, index) })
  }

  private func mainFigure(
    id: String, label: String, scope: String, _ rank: MainFigure.Rank, at address: CellAddress,
    previous: MainFigure.Previous?
  ) -> MainFigure? {
    guard let amount = amount(at: address) else { return nil }
    return MainFigure(
      identity: MainFigure.Identity(id: id, unit: amount.unit, scope: scope), label: label,
      rank: rank, value: amount.value, decimals: tables[address.table].form.decimals,
      link: link(to: address), position: position(of: address), previous: previous)
  }

  private func previous(_ reference: Reference, _ index: ReportIndex) -> MainFigure.Previous? {
    switch index.resolve(reference) {
    case .success(.fact(let fact)):
      return facts[fact].figure.amount.map {
        MainFigure.Previous(amount: $0, position: facts[fact].position)
      }
    case .success(.cells(let cells)) where cells.count == 1: return previous(at: cells[0])
    default: return nil
    }
  }
}
