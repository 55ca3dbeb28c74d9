import Budget

/// Where the values of one comparison are gathered, before anything is computed: how exact one is
/// taken to be depends on all the others.
struct Workbench {
  let index: ReportIndex
  private let report: Report
  /// The unit and the decimals of each table.
  private let prints: [(unit: Unit, decimals: Int)]
  /// In the order of the formula, those of the left side before those of the right. Kept so that not
  /// every check asks for new memory.
  private(set) var operands: [Operand] = []
  /// How many operands belong to each reference and number of the formula, in its order.
  private(set) var spans: [Int] = []
  private var cells: [CellAddress] = []

  init(_ index: ReportIndex) {
    self.index = index
    report = index.report
    prints = report.tables.map { ($0.form.unit, $0.form.decimals) }
  }

  func unit(ofTable table: Int) -> Unit { prints[table].unit }

  /// Forgets the values, but keeps their memory.
  mutating func clear() {
    operands.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }

  /// Gathers the values of an expression for `subject`.
  mutating func gather(
    _ expression: PreparedExpression, for subject: CheckSubject?
  ) throws(ReckoningFailure) {
    for operand in expression.operands {
      switch operand.source {
      case .number(let value, let unit):
        operands.append(Self.number(value, unit, isSubtracted: operand.isSubtracted))
        spans.append(1)
      case .cells(let prepared, let mustBeOne):
        try gather(
          prepared, mustBeOne: mustBeOne, isSubtracted: operand.isSubtracted, for: subject)
      }
    }
  }

  private mutating func gather(
    _ prepared: PreparedReference, mustBeOne: Bool, isSubtracted: Bool, for subject: CheckSubject?
  ) throws(ReckoningFailure) {
    if let fact = prepared.fact {
      operands.append(operand(fact: fact, isSubtracted: isSubtracted))
      spans.append(1)
      return
    }
    cells.removeAll(keepingCapacity: true)
    do {
      try index.append(prepared, for: subject, to: &cells)
    } catch {
      throw .unresolved(error)
    }
    guard !mustBeOne || cells.count == 1 else {
      throw .notOneCell(prepared.reference, count: cells.count)
    }
    for place in cells.indices {
      guard let operand = operand(at: cells[place], isSubtracted: isSubtracted) else {
        throw .words(cells[place])
      }
      operands.append(operand)
    }
    spans.append(cells.count)
  }

  /// The value of a cell; `nil` where words stand.
  private func operand(at address: CellAddress, isSubtracted: Bool) -> Operand? {
    let term = Term(.cell(address), isSubtracted: isSubtracted)
    let (unit, decimals) = prints[address.table]
    guard
      let value = report.tables[address.table].rows[address.row].cells[address.column].value
    else {
      guard report.cell(at: address).isBlankOrNil else { return nil }
      return Operand(term: term, value: .zero, dimension: .any, precision: nil, unit: unit)
    }
    return Operand(
      term: term, value: unit == .yuan ? value : Amount(value, unit).inYuan, dimension: .money,
      precision: unit.exponent - max(value.scale, decimals), unit: unit)
  }

  /// The value of an outside fact.
  private func operand(fact index: Int, isSubtracted: Bool) -> Operand {
    let figure = report.facts[index].figure
    return Operand(
      term: Term(.fact(index), isSubtracted: isSubtracted), value: figure.value,
      dimension: figure.dimension, precision: figure.precision,
      unit: figure.amount?.unit ?? .yuan)
  }

  private static func number(
    _ value: ExactDecimal, _ unit: Unit?, isSubtracted: Bool
  ) -> Operand {
    Operand(
      term: Term(.number(value, unit), isSubtracted: isSubtracted),
      value: unit.map { Amount(value, $0).inYuan } ?? value,
      dimension: unit == nil ? .any : .money, precision: nil, unit: unit ?? .yuan)
  }
}
