import Budget

/// The outside facts to fill in: those that the form set's overview compares with, taken from last
/// year's report where there is one.
struct BlankFacts {
  let formSet: FormSet
  let fiscalYear: Int
  let kind: Report.Kind
  let previous: Report?

  var text: String {
    let lastYear = previous.flatMap { $0.fiscalYear == fiscalYear - 1 ? ReportIndex($0) : nil }
    var text = "# 情况说明引用、但本报告各表里没有的数字，每个都写明出处。\n"
    var seen: Set<String> = []
    for item in items {
      guard let fact = item.previous, fact.isFact, seen.insert(fact.column).inserted else {
        continue
      }
      if let lastYear, let cell = lastYear.cell(item.value),
        let amount = lastYear.report.amount(at: cell)
      {
        text += "\(YAMLText.scalar(fact.column)):\n"
        text += "  value: \(amount.value)\(amount.unit.rawValue)\n"
        text += "  source: " + YAMLText.scalar("本单位\(lastYear.report.shortTitle)") + "\n"
      } else {
        text +=
          "# \(fact.column):\n#   value: 0.00元\n#   source: 本单位\(fiscalYear - 1)年\(kind.title)\n"
      }
    }
    return text
  }

  private var items: [OverviewForm.Item] {
    guard let overview = formSet.overview else { return [] }
    return overview.statements.flatMap { [$0.item] + $0.parts }
      + overview.charts.flatMap { chart -> [OverviewForm.Item] in
        guard case .share(let items, _) = chart.kind else { return [] }
        return items
      }
  }
}
