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
  /// What must agree across tables, or within one beyond its own sums.
  public let checks: [CheckForm]

  /// A form set out of its parts.
  public init(
    id: String, title: String, forms: [Form], charts: [ChartForm] = [], checks: [CheckForm] = []
  ) {
    self.id = id
    self.title = title
    self.forms = forms
    self.charts = charts
    self.checks = checks
  }

  /// The index of the form whose id, number, title or alias is `name`.
  public func formIndex(named name: String) -> Int? {
    forms.firstIndex { $0.id == name }
      ?? forms.firstIndex { $0.number == name || $0.title == name || $0.aliases.contains(name) }
  }
}
