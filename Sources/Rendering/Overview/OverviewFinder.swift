import Budget

/// Finds the figures of an overview in a report's cells.
struct OverviewFinder {
  let report: Report
  let index: ReportIndex

  /// The figure that `item` names; `nil` where there is no such cell or it holds no amount.
  func figure(_ item: OverviewForm.Item) -> OverviewFigures.Figure? {
    figure(item.value, label: item.label, previous: item.previous)
  }

  /// The figure in the one cell that `reference` names.
  func figure(
    _ reference: Reference, label: String, previous: Reference? = nil
  ) -> OverviewFigures.Figure? {
    index.cell(reference).flatMap { figure($0, label: label, previous: previous) }
  }

  /// The figure in a cell, called as its row is where no `label` is given.
  func figure(
    _ address: CellAddress, label: String? = nil, previous: Reference? = nil
  ) -> OverviewFigures.Figure? {
    guard let amount = report.amount(at: address) else { return nil }
    return OverviewFigures.Figure(
      label: label ?? rowName(of: address), address: address, amount: amount,
      text: text(amount, in: address.table),
      previous: previous.flatMap { self.previous($0, of: amount, in: address.table) })
  }

  private func previous(
    _ reference: Reference, of current: Amount, in table: Int
  ) -> OverviewFigures.Previous? {
    let decimals = report.tables[table].form.decimals
    var address: CellAddress?
    var amount: Amount?
    switch index.resolve(reference) {
    case .success(.fact(let fact)): amount = report.facts[fact].figure.amount
    case .success(.cells(let cells)) where cells.count == 1:
      address = cells[0]
      amount = report.amount(at: cells[0])
    default: return nil
    }
    guard let amount,
      let change = YearChange(previous: amount, current: current, decimals: decimals).words
    else { return nil }
    let shown = address.map { text(amount, in: $0.table) } ?? amount.value.grouped
    return OverviewFigures.Previous(
      text: shown + amount.unit.rawValue, address: address, change: change)
  }

  /// Where the facts come from that the overview compares with, each source once.
  func factSources(_ form: OverviewForm) -> [String] {
    var sources: [String] = []
    func add(_ item: OverviewForm.Item) {
      guard let reference = item.previous, reference.isFact,
        case .success(.fact(let fact)) = index.resolve(reference)
      else { return }
      let source = report.facts[fact].source
      if !sources.contains(source) { sources.append(source) }
    }
    for statement in form.statements {
      add(statement.item)
      for part in statement.parts { add(part) }
    }
    for chart in form.charts {
      if case .share(let shares, _) = chart.kind { for share in shares { add(share) } }
    }
    return sources
  }

  private func text(_ amount: Amount, in table: Int) -> String {
    AmountText.text(amount.value, decimals: report.tables[table].form.decimals)
  }

  private func rowName(of address: CellAddress) -> String {
    let entry = report.tables[address.table].listing(ofColumn: address.column)
      .entry(ofRow: address.row)
    return entry.map { RowName.bare($0.name) } ?? ""
  }
}
