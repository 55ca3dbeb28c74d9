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

  /// How a figure stands among the others.
  public enum Rank: Sendable, Hashable, CaseIterable, Recordable {
    /// One of the first figures of a report.
    case main
    /// A part of the main figure before it.
    case part
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

  /// The amount.
  public var amount: Amount { Amount(value, identity.unit) }
}

extension Report {
  /// The report's main figures, in the order of its form set's overview. What the report leaves blank
  /// is left out, since blank is not zero.
  func mainFigures(_ overview: [OverviewCell]) -> [MainFigure] {
    overview.compactMap(mainFigure)
  }

  private func mainFigure(_ shown: OverviewCell) -> MainFigure? {
    let (item, cell) = (shown.item, shown.cell)
    guard let amount = amount(at: cell) else { return nil }
    return MainFigure(
      identity: MainFigure.Identity(id: item.id, unit: amount.unit, scope: item.scope),
      label: item.label, rank: shown.rank, value: amount.value,
      decimals: tables[cell.table].form.decimals, link: link(to: cell), position: position(of: cell)
    )
  }
}
