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
  }

  /// The chart's form.
  let form: ChartForm
  /// The unit of all its amounts.
  let unit: Unit
  /// The items from top to bottom.
  let items: [Item]
  /// The pages on which the cells stand, in the order of first use.
  let tables: [Table]

  /// The chart of `form`, or `nil` if one of its cells does not exist or their units differ.
  init?(_ form: ChartForm, in report: Report, index: ReportIndex) {
    var items: [Item] = []
    var tables: [Int] = []
    for item in form.items {
      guard let previous = Self.address(item.previous, index),
        let current = Self.address(item.current, index)
      else { return nil }
      for address in [previous, current] where !tables.contains(address.table) {
        tables.append(address.table)
      }
      items.append(
        Item(
          label: item.label, level: item.level, isTotal: item.isTotal,
          previous: report.amount(at: previous), current: report.amount(at: current)))
    }
    let units = Set(tables.map { report.tables[$0].form.unit })
    guard units.count == 1, let unit = units.first else { return nil }
    self.form = form
    self.unit = unit
    self.items = items
    self.tables = tables.map { report.tables[$0] }
  }

  private static func address(_ expression: Expression, _ index: ReportIndex) -> CellAddress? {
    guard case .reference(let reference) = expression,
      case .success(.cells(let addresses)) = index.resolve(reference), addresses.count == 1
    else { return nil }
    return addresses[0]
  }

  /// The amount with thousands separators, or — where the cell has none.
  func text(_ amount: Amount?) -> String {
    guard let amount else { return "—" }
    return AmountText.text(amount.value, decimals: tables.first?.form.decimals ?? 2)
  }

  /// How the item changed, in words: 减少3,370.79元，下降22.80%.
  func change(of item: Item) -> String {
    guard let previous = item.previous?.value, let current = item.current?.value,
      let difference = current.subtracting(previous)
    else { return "无法比较" }
    guard !difference.isZero else { return "与上年持平" }
    let word = difference.isNegative ? ("减少", "下降") : ("增加", "增长")
    let decimals = tables.first?.form.decimals ?? 2
    let amount =
      word.0 + AmountText.text(difference.magnitude, decimals: decimals) + unit.rawValue
    guard
      let share = difference.magnitude.multiplied(by: ExactDecimal(100))?
        .divided(by: previous, decimals: 2), !previous.isNegative
    else { return amount }
    return amount + "，" + word.1 + share.description + "%"
  }
}
