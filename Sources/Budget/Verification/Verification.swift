/// What all checks of a report found: values only, for messages and for the pages.
public struct Verification: Sendable {
  /// How many checks and figures there are of each kind.
  public struct Counts: Sendable, Hashable {
    /// Checks that hold.
    public var passed = 0
    /// Checks that do not.
    public var failed = 0
    /// Checks that could not be made.
    public var unchecked = 0
    /// Figures of the narrative by what became of them.
    public var figures: [FigureResult.State: Int] = [:]

    /// Nothing counted yet.
    public init() {}

    /// All figures.
    public var totalFigures: Int { figures.values.reduce(0, +) }

    /// Adds the counts of another report.
    public static func += (left: inout Counts, right: Counts) {
      left.passed += right.passed
      left.failed += right.failed
      left.unchecked += right.unchecked
      left.figures.merge(right.figures, uniquingKeysWith: +)
    }
  }

  /// Every check: the tables' own sums in the order of the tables, then the form set's checks.
  public let checks: [CheckResult]
  /// Every figure of the narrative, in reading order.
  public let figures: [FigureResult]
  /// What is wrong or looks wrong, in reading order.
  public let findings: [Finding]
  /// For each ``BoundFigure/index`` the index in ``figures``.
  private let figureOfBinding: [Int: Int]
  /// For each cited cell the indices in ``figures``.
  private let figuresOfCell: [CellAddress: [Int]]

  /// What checks found, with the lookups that pages need.
  public init(checks: [CheckResult], figures: [FigureResult], findings: [Finding]) {
    self.checks = checks
    self.figures = figures
    self.findings = findings
    var bindings: [Int: Int] = Dictionary(minimumCapacity: figures.count)
    var cells: [CellAddress: [Int]] = Dictionary(minimumCapacity: figures.count)
    for (index, figure) in figures.enumerated() {
      if let binding = figure.binding { bindings[binding] = index }
      for cell in figure.citedCells { cells[cell, default: []].append(index) }
    }
    figureOfBinding = bindings
    figuresOfCell = cells
  }

  /// What became of a bound figure.
  public func result(of figure: BoundFigure) -> FigureResult? {
    figureOfBinding[figure.index].map { figures[$0] }
  }

  /// Where the narrative cites a cell: indices in ``figures``, in reading order.
  public func citations(of cell: CellAddress) -> [Int] { figuresOfCell[cell] ?? [] }

  /// The cells of a table that the narrative cites, in the table's order.
  public func citedCells(ofTable table: Int) -> [CellAddress] {
    figuresOfCell.keys.filter { $0.table == table }.sorted()
  }

  /// How many checks and figures there are of each kind.
  public var counts: Counts {
    var counts = Counts()
    for check in checks {
      switch check.state {
      case .consistent: counts.passed += 1
      case .inconsistent: counts.failed += 1
      case .unchecked: counts.unchecked += 1
      }
    }
    for figure in figures { counts.figures[figure.state, default: 0] += 1 }
    return counts
  }
}
