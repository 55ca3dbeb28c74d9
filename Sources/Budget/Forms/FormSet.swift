/// A set of forms (表样) that a government body prescribes for disclosures: which tables there are,
/// how they are laid out, and how they must agree.
public final class FormSet: Sendable {
  /// The id by which a report names it: its file's name without the ending.
  public let id: String
  /// What it is, in Chinese.
  public let title: String
  /// The tables in the order of the disclosure.
  public let forms: [Form]
  /// The charts that a narrative can place.
  public let charts: [ChartForm]
  /// What a report's first screen says; `nil` where the form set has nothing to say on it.
  public let overview: OverviewForm?
  /// The tables by the names that expressions call them.
  let tableNames: NameTable
  /// What must agree across tables, or within one beyond its own sums, with its names looked up.
  public let plans: [CheckPlan]
  /// The figures of the overview with their names looked up, each with the place that declares it.
  public let overviewPlans: [(plan: ReferencePlan, position: SourcePosition)]

  /// A form set out of its parts.
  public init(
    id: String, title: String, forms: [Form], charts: [ChartForm] = [], checks: [CheckForm] = [],
    overview: OverviewForm? = nil
  ) {
    self.id = id
    self.title = title
    self.forms = forms
    self.charts = charts
    self.overview = overview
    tableNames = NameTable(
      forms, ranks: { [$0.id] }, { $0.aliases + [$0.title, $0.number] },
      { [$0.title, $0.number].map(RowName.withoutSpaces) })
    let planner = ReferencePlanner(forms: forms, tableNames: tableNames)
    plans = checks.map { CheckPlan($0, planner) }
    overviewPlans = (overview?.references ?? []).map {
      (planner.plan($0.reference), $0.position)
    }
  }

  /// The index of the form whose id, number, title or alias is `name`.
  public func formIndex(named name: String) -> Int? {
    forms.firstIndex { $0.id == name }
      ?? forms.firstIndex { $0.number == name || $0.title == name || $0.aliases.contains(name) }
  }
}
