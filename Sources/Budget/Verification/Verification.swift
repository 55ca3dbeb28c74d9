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

  /// The checks that ``checks`` are results of.
  public let rules: [CheckRule]
  /// Every check: the tables' own sums in the order of the tables, then the form set's checks.
  public let checks: [CheckResult]
  /// Every figure of the narrative, in reading order.
  public let figures: [FigureResult]
  /// What is wrong or looks wrong, in reading order.
  public let findings: [Finding]
  /// The values that checks and figures are made of.
  public let terms: [Term]
  /// For each ``BoundFigure/index`` the index in ``figures``; −1 without a result.
  private let figureOfBinding: [Int]
  /// The cited cells in the tables' order, each with an index in ``figures``.
  private let cited: [Citation]

  private struct Citation {
    let cell: CellAddress
    let figure: Int
  }

  /// What checks found, with the lookups that pages need.
  public init(
    rules: [CheckRule] = [], checks: [CheckResult], figures: [FigureResult], findings: [Finding],
    terms: [Term] = []
  ) {
    self.rules = rules
    self.checks = checks
    self.figures = figures
    self.findings = findings
    self.terms = terms
    var bindings = Array(repeating: -1, count: (figures.lazy.compactMap(\.binding).max() ?? -1) + 1)
    var cited: [Citation] = []
    for index in figures.indices {
      if let binding = figures[index].binding { bindings[binding] = index }
      for place in figures[index].terms {
        guard let cell = terms[place].cell else { continue }
        cited.append(Citation(cell: cell, figure: index))
      }
    }
    cited.sort { ($0.cell, $0.figure) < ($1.cell, $1.figure) }
    figureOfBinding = bindings
    self.cited = cited
  }

  /// What became of a bound figure.
  public func result(of figure: BoundFigure) -> FigureResult? {
    guard figureOfBinding.indices.contains(figure.index), figureOfBinding[figure.index] >= 0 else {
      return nil
    }
    return figures[figureOfBinding[figure.index]]
  }

  /// The cells that a figure cites, in the order of its formula, each once.
  public func citedCells(of figure: FigureResult) -> [CellAddress] {
    var cells: [CellAddress] = []
    for place in figure.terms {
      if let cell = terms[place].cell, !cells.contains(cell) { cells.append(cell) }
    }
    return cells
  }

  /// The one cell that a figure repeats; `nil` for a derived figure.
  public func repeatedCell(of figure: FigureResult) -> CellAddress? {
    guard figure.terms.count == 1, let term = terms[figure.terms].first, !term.isSubtracted else {
      return nil
    }
    return term.cell
  }

  /// The cells of a table that the narrative cites, in the table's order, each with its figures:
  /// indices in ``figures``, in reading order.
  public func citations(ofTable table: Int) -> [(cell: CellAddress, figures: [Int])] {
    var citations: [(cell: CellAddress, figures: [Int])] = []
    for citation in cited[firstCitation(ofTable: table)...] {
      guard citation.cell.table == table else { break }
      if citations.last?.cell != citation.cell {
        citations.append((citation.cell, [citation.figure]))
      } else if citations[citations.count - 1].figures.last != citation.figure {
        citations[citations.count - 1].figures.append(citation.figure)
      }
    }
    return citations
  }

  private func firstCitation(ofTable table: Int) -> Int {
    cited.firstIndex { $0.cell.table >= table } ?? cited.endIndex
  }

  /// How many checks and figures there are of each kind.
  public var counts: Counts {
    var counts = Counts()
    for index in checks.indices {
      switch checks[index].state {
      case .consistent: counts.passed += 1
      case .inconsistent: counts.failed += 1
      case .unchecked: counts.unchecked += 1
      }
    }
    for index in figures.indices { counts.figures[figures[index].state, default: 0] += 1 }
    return counts
  }
}
