/// A chart that compares items over two years, as a form set describes it.
public struct ChartForm: Sendable {
  /// An item: one pair of bars.
  public struct Item: Sendable {
    /// The item's name, as the chart prints it.
    public let label: String
    /// 1 for an item, 2 for a part of the item above it.
    public let level: Int
    /// The cell of last year.
    public let previous: Expression
    /// The cell of this year.
    public let current: Expression
    /// Whether it is the sum of the others.
    public let isTotal: Bool

    /// An item out of its parts.
    public init(
      label: String, level: Int = 1, previous: Expression, current: Expression,
      isTotal: Bool = false
    ) {
      self.label = label
      self.level = level
      self.previous = previous
      self.current = current
      self.isTotal = isTotal
    }
  }

  /// The semantic id in ASCII: `three-public`; a narrative places it as `chart:three-public`.
  public let id: String
  /// The title.
  public let title: String
  /// What last year's bars are called: 2020年预算数.
  public let previousTitle: String
  /// What this year's bars are called.
  public let currentTitle: String
  /// The items from top to bottom.
  public let items: [Item]

  /// A chart's form out of its parts.
  public init(
    id: String, title: String, previousTitle: String, currentTitle: String, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.previousTitle = previousTitle
    self.currentTitle = currentTitle
    self.items = items
  }
}
