import Budget

/// A chart's values, taken from a report's own cells.
struct ComparisonChart {
  /// An item with its cells of both years; a cell without a value is `nil`, which is not zero.
  struct Item {
    let label: String
    let level: Int
    let isTotal: Bool
    let previous: Amount?
    let current: Amount?
    let previousAddress: CellAddress
    let currentAddress: CellAddress
  }

  /// The chart's form.
  let form: ChartForm
  /// The unit of all its amounts.
  let unit: Unit
  /// The items from top to bottom.
  let items: [Item]
  /// The pages on which the cells stand, in the order of first use.
  let tables: [Table]
  /// The places of ``tables`` in the report.
  let tableIndices: [Int]

  /// The chart of `form`, or `nil` if one of its cells does not exist or their units differ.
  init?(_ form: ChartForm, in report: Report, index: ReportIndex) {
    var items: [Item] = []
    var tables: [Int] = []
    for item in form.items {
      guard let previous = index.cell(item.previous),
        let current = index.cell(item.current)
      else { return nil }
      for address in [previous, current] where !tables.contains(address.table) {
        tables.append(address.table)
      }
      items.append(
        Item(
          label: item.label, level: item.level, isTotal: item.isTotal,
          previous: report.amount(at: previous), current: report.amount(at: current),
          previousAddress: previous, currentAddress: current))
    }
    let units = Set(tables.map { report.tables[$0].form.unit })
    guard units.count == 1, let unit = units.first else { return nil }
    self.form = form
    self.unit = unit
    self.items = items
    self.tables = tables.map { report.tables[$0] }
    tableIndices = tables
  }

  /// Appends the amount with thousands separators, or — where the cell has none.
  func append(_ amount: Amount?, to html: inout HTMLBuffer) {
    guard let amount else { return html.raw("—") }
    html.amount(amount.value.published(decimals: tables.first?.form.decimals ?? 2))
  }

  /// How the item changed, in words: 减少3,370.79元，下降22.80%.
  func change(of item: Item) -> String {
    let decimals = tables.first?.form.decimals ?? 2
    guard let previous = item.previous, let current = item.current,
      let words = YearChange(previous: previous, current: current, decimals: decimals).words
    else { return "无法比较" }
    return words == "持平" ? "与上年持平" : words
  }
}
