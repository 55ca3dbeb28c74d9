import Budget

/// What all computations of one report share: the index, the tables' units, and room to work in.
final class Workbench {
  let report: Report
  let index: ReportIndex
  /// The unit and the decimals of each table.
  private let prints: [(unit: Unit, decimals: Int)]
  /// The sides that are being compared; kept so that not every check asks for new memory.
  var left = Operands()
  var right = Operands()
  private var cells: [CellAddress] = []

  init(_ report: Report) {
    self.report = report
    index = ReportIndex(report)
    prints = report.tables.map { ($0.form.unit, $0.form.decimals) }
  }

  func unit(ofTable table: Int) -> Unit { prints[table].unit }

  /// Gathers the values of an expression for `subject`.
  func gather(
    _ node: PreparedExpression.Node, into operands: inout Operands, isSubtracted: Bool = false,
    for subject: CheckSubject?
  ) -> ReckoningFailure? {
    switch node {
    case .number(let value, let unit):
      operands.all.append(Self.number(value, unit, isSubtracted: isSubtracted))
      operands.spans.append(1)
      return nil
    case .reference(let prepared):
      return gather(
        prepared, mustBeOne: true, into: &operands, isSubtracted: isSubtracted, for: subject)
    case .sum(let prepared):
      return gather(
        prepared, mustBeOne: false, into: &operands, isSubtracted: isSubtracted, for: subject)
    case .negation(let inner):
      return gather(inner, into: &operands, isSubtracted: !isSubtracted, for: subject)
    case .operation(let `operator`, let left, let right):
      return gather(left, into: &operands, isSubtracted: isSubtracted, for: subject)
        ?? gather(
          right, into: &operands,
          isSubtracted: `operator` == .minus ? !isSubtracted : isSubtracted, for: subject)
    }
  }

  private func gather(
    _ prepared: PreparedReference, mustBeOne: Bool, into operands: inout Operands,
    isSubtracted: Bool, for subject: CheckSubject?
  ) -> ReckoningFailure? {
    if let fact = prepared.fact {
      operands.all.append(operand(fact: fact, isSubtracted: isSubtracted))
      operands.spans.append(1)
      return nil
    }
    cells.removeAll(keepingCapacity: true)
    if let error = index.append(prepared, for: subject, to: &cells) { return .unresolved(error) }
    guard !mustBeOne || cells.count == 1 else {
      return .notOneCell(prepared.reference, count: cells.count)
    }
    for address in cells {
      guard let operand = operand(at: address, isSubtracted: isSubtracted) else {
        return .words(address)
      }
      operands.all.append(operand)
    }
    operands.spans.append(cells.count)
    return nil
  }

  /// The value of a cell; `nil` where words stand.
  private func operand(at address: CellAddress, isSubtracted: Bool) -> Operand? {
    let term = Term(.cell(address), isSubtracted: isSubtracted)
    let (unit, decimals) = prints[address.table]
    let row = report.tables[address.table].rows[address.row]
    guard let value = row.cells[address.column].value else {
      guard row.cells[address.column].isBlankOrNil else { return nil }
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
