import Budget

/// The departments' reports of one year and kind, with the sums of their main figures.
struct YearTotals {
  /// A main figure, summed.
  struct Column {
    let identity: MainFigure.Identity
    let label: String
    /// The sum; `nil` where it has more digits than any sum of money.
    private(set) var sum: ExactDecimal? = .zero
    /// How many reports have the figure.
    private(set) var count = 0
    private(set) var decimals = 0

    fileprivate init(_ figure: ListedReport.Figure) {
      identity = figure.identity
      label = figure.label
    }

    fileprivate mutating func add(_ figure: ListedReport.Figure, _ value: ExactDecimal) {
      sum = sum.flatMap { $0.adding(value) }
      count += 1
      decimals = max(decimals, figure.decimals)
    }

    /// What stands above the column.
    var title: String {
      FigureRows.title(.init(identity: identity, label: label, isPart: false))
    }

    /// The sum as tables print it.
    var text: String { sum.map { AmountText.text($0, decimals: decimals) } ?? "数额过大" }
  }

  /// The fiscal year.
  let year: Int
  /// What the figures are.
  let kind: Report.Kind
  /// The reports, in the order of the departments.
  private(set) var reports: [ListedReport] = []
  /// The main figures, in the order in which reports first have them.
  private(set) var columns: [Column] = []

  /// 2021年部门预算
  var title: String { "\(year)年\(kind.title)" }

  /// What the names of years' lists begin with.
  static let pagesBegin = "year-"

  /// Where the list of its reports begins.
  var pages: PageNames {
    PageNames(base: Self.pagesBegin + "\(year)" + (kind == .budget ? "" : "-" + kind.rawValue))
  }

  /// All years and kinds of `departments`, the newest year first, its budget first.
  static func all(_ departments: [Department]) -> [YearTotals] {
    struct Key: Hashable {
      let year: Int
      let kind: Report.Kind
    }
    var totals: [Key: YearTotals] = [:]
    for report in departments.lazy.flatMap(\.reports) {
      let key = Key(year: report.fiscalYear, kind: report.kind)
      totals[key, default: YearTotals(year: key.year, kind: key.kind)].add(report)
    }
    return totals.values.sorted { ($1.year, $0.kind.order) < ($0.year, $1.kind.order) }
  }

  private init(year: Int, kind: Report.Kind) {
    self.year = year
    self.kind = kind
  }

  private mutating func add(_ report: ListedReport) {
    reports.append(report)
    for (figure, value) in report.figures {
      let place = columns.firstIndex { $0.identity == figure.identity }
      if place == nil { columns.append(Column(figure)) }
      columns[place ?? columns.count - 1].add(figure, value)
    }
  }
}
