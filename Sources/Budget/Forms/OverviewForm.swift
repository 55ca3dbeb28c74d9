/// What a report's first screen says, as a form set describes it: how much, from where, for what,
/// more or less than last year.
public struct OverviewForm: Sendable {
  /// A figure with its name.
  public struct Item: Sendable {
    /// The id that the same figure has in every year and every form set (`income-total`); empty for
    /// a figure that is not compared between reports.
    public let id: String
    /// What the figure is called: 收入总计.
    public let label: String
    /// What the figure covers, where figures of one name differ in it: 一般公共预算财政拨款. Figures
    /// of different scope are never compared.
    public let scope: String
    /// The one cell that it stands in.
    public let value: Reference
    /// The cell or the outside fact that holds last year's figure; left out where the report has
    /// none.
    public let previous: Reference?
    /// Where the figure is declared.
    public let position: SourcePosition

    /// A figure out of its parts.
    public init(
      id: String = "", label: String, scope: String = "", value: Reference,
      previous: Reference? = nil, position: SourcePosition
    ) {
      self.id = id
      self.label = label
      self.scope = scope
      self.value = value
      self.previous = previous
      self.position = position
    }
  }

  /// A main figure, with the figures that it is made of.
  public struct Statement: Sendable {
    /// The main figure.
    public let item: Item
    /// What it is made of; those without a value are left out.
    public let parts: [Item]

    /// A main figure with its parts.
    public init(item: Item, parts: [Item] = []) {
      self.item = item
      self.parts = parts
    }
  }

  /// A chart of the overview.
  public struct Chart: Sendable {
    /// What a chart shows.
    public enum Kind: Sendable {
      /// The cells that a reference selects, the largest first, as shares of a total.
      case ranking(values: Reference, total: Reference)
      /// How a total is divided.
      case share(items: [Item], total: Reference)
      /// A comparison of two years: one of the form set's ``FormSet/charts``.
      case years(ChartForm)
    }

    /// The title.
    public let title: String
    /// What it shows.
    public let kind: Kind
    /// Where it is declared.
    public let position: SourcePosition

    /// A chart out of its parts.
    public init(title: String, kind: Kind, position: SourcePosition) {
      self.title = title
      self.kind = kind
      self.position = position
    }
  }

  /// How many charts there may be: more are no overview.
  public static let maximumCharts = 3

  /// The main figures, the first ones first.
  public let statements: [Statement]
  /// The charts.
  public let charts: [Chart]

  /// An overview out of its parts.
  public init(statements: [Statement], charts: [Chart] = []) {
    self.statements = statements
    self.charts = charts
  }
}

extension OverviewForm {
  /// A reference of the overview with the place that declares it.
  typealias PlacedReference = (reference: Reference, position: SourcePosition)

  /// The references of all figures, in the order of the overview.
  var references: [PlacedReference] {
    var references: [PlacedReference] = []
    for statement in statements {
      for item in [statement.item] + statement.parts { item.collect(into: &references) }
    }
    for chart in charts {
      switch chart.kind {
      case .ranking(let values, let total):
        references += [(values, chart.position), (total, chart.position)]
      case .share(let items, let total):
        for item in items { item.collect(into: &references) }
        references.append((total, chart.position))
      case .years: break
      }
    }
    return references
  }
}

extension OverviewForm.Item {
  fileprivate func collect(into references: inout [OverviewForm.PlacedReference]) {
    references.append((value, position))
    if let previous { references.append((previous, position)) }
  }
}
