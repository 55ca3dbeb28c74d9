import Budget

/// Where the values of one comparison are gathered: how exact one of them is taken to be depends on
/// all the others, so that nothing is computed before all are there.
struct Workbench {
  /// So many terms are gathered for the formulas of a report, which the pages list one by one. A check
  /// that adds all rows up for each row has as many as the rows have, squared.
  static let termLimit = 1_000_000

  let index: ReportIndex
  private let report: Report
  /// The unit and the decimals of each table.
  private let prints: [(unit: Unit, decimals: Int)]
  /// The terms of all results, those of the comparison in hand at the end.
  private(set) var terms: [Term] = []
  /// How many terms belong to each reference and number of the formulas in hand, in their order.
  private(set) var spans: [Int] = []
  private var cells: [CellAddress] = []

  init(_ index: ReportIndex) {
    self.index = index
    report = index.report
    prints = report.tables.map { ($0.form.unit, $0.form.decimals) }
    terms.reserveCapacity(2048)
  }

  func unit(ofTable table: Int) -> Unit { prints[table].unit }

  /// Begins a comparison; where its terms will begin.
  mutating func begin() -> Int {
    spans.removeAll(keepingCapacity: true)
    return terms.count
  }

  /// Adds the term of a cell.
  mutating func add(_ address: CellAddress) { terms.append(Term(.cell(address))) }

  /// Takes back the terms of a comparison that cannot be made.
  mutating func discard(from start: Int) { terms.removeLast(terms.count - start) }

  /// Gathers the terms of an expression for `subject`.
  mutating func gather(
    _ expression: PreparedExpression, for subject: CheckSubject?
  ) throws(ReckoningFailure) -> Gathered {
    var gathered = Gathered(terms: terms.count, spans: spans.count)
    gathered.isLinear = expression.isLinear
    for place in expression.operands.indices {
      let start = terms.count
      let isSubtracted = expression.operands[place].isSubtracted
      if let own = expression.operands[place].own,
        case .row(own.table, own.listing, let entry) = subject
      {
        let row = index.row(ofEntry: entry, table: own.table, listing: own.listing)
        let address = CellAddress(table: own.table, row: row, column: own.column)
        try gather(address, isSubtracted: isSubtracted, into: &gathered)
      } else {
        switch expression.operands[place].source {
        case .number(let value, let measure):
          add(value, measure, isSubtracted: isSubtracted, into: &gathered)
        case .cells(let prepared, let mustBeOne):
          try gather(
            prepared, mustBeOne: mustBeOne, isSubtracted: isSubtracted, for: subject,
            into: &gathered)
        }
      }
      spans.append(terms.count - start)
    }
    gathered.end(terms: terms.count, spans: spans.count)
    return gathered
  }

  /// Gathers the terms of an expression that is about no row.
  mutating func gather(_ expression: Expression) throws(ReckoningFailure) -> Gathered {
    var gathered = Gathered(terms: terms.count, spans: spans.count)
    try gather(expression, isSubtracted: false, into: &gathered)
    gathered.end(terms: terms.count, spans: spans.count)
    return gathered
  }

  private mutating func gather(
    _ expression: Expression, isSubtracted: Bool, into gathered: inout Gathered
  ) throws(ReckoningFailure) {
    let start = terms.count
    switch expression {
    case .number(let value, let measure):
      add(value, measure, isSubtracted: isSubtracted, into: &gathered)
    case .reference(let reference):
      try gather(reference, mustBeOne: true, isSubtracted: isSubtracted, into: &gathered)
    case .sum(let reference):
      try gather(reference, mustBeOne: false, isSubtracted: isSubtracted, into: &gathered)
    case .negation(let inner):
      return try gather(inner, isSubtracted: !isSubtracted, into: &gathered)
    case .operation(let `operator`, let left, let right):
      if `operator` == .times || `operator` == .dividedBy { gathered.isLinear = false }
      try gather(left, isSubtracted: isSubtracted, into: &gathered)
      return try gather(
        right, isSubtracted: `operator` == .minus ? !isSubtracted : isSubtracted, into: &gathered)
    }
    spans.append(terms.count - start)
  }

  private mutating func gather(
    _ reference: Reference, mustBeOne: Bool, isSubtracted: Bool, into gathered: inout Gathered
  ) throws(ReckoningFailure) {
    let prepared: PreparedReference
    do {
      prepared = try index.prepare(reference)
    } catch {
      throw .unresolved(error)
    }
    try gather(
      prepared, mustBeOne: mustBeOne, isSubtracted: isSubtracted, for: nil, into: &gathered)
  }

  private mutating func add(
    _ value: ExactDecimal, _ measure: PrintedFigure.Measure?, isSubtracted: Bool,
    into gathered: inout Gathered
  ) {
    terms.append(Term(.number(value, measure), isSubtracted: isSubtracted))
    gathered.isExact = false
  }

  private mutating func gather(
    _ prepared: PreparedReference, mustBeOne: Bool, isSubtracted: Bool, for subject: CheckSubject?,
    into gathered: inout Gathered
  ) throws(ReckoningFailure) {
    if case .fact(let fact) = prepared.target {
      terms.append(Term(.fact(fact), isSubtracted: isSubtracted))
      gathered.isExact = false
      return
    }
    if case .constant(let cells) = prepared.target {
      guard !mustBeOne || cells.count == 1 else {
        throw .notOneCell(prepared.reference, count: cells.count)
      }
      guard terms.count + cells.count <= Self.termLimit else { throw .tooManyTerms }
      for cell in cells { try gather(cell, isSubtracted: isSubtracted, into: &gathered) }
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
    guard terms.count + cells.count <= Self.termLimit else { throw .tooManyTerms }
    for place in cells.indices {
      try gather(cells[place], isSubtracted: isSubtracted, into: &gathered)
    }
  }

  private mutating func gather(
    _ address: CellAddress, isSubtracted: Bool, into gathered: inout Gathered
  ) throws(ReckoningFailure) {
    let (unit, decimals) = prints[address.table]
    if let value = try value(at: address) {
      let isCoarse = unit.exponent - max(value.scale, decimals) > Rounding.fen
      if isCoarse {
        gathered.isExact = false
      } else {
        gathered.add(unit == .yuan ? value : Amount(value, unit).inYuan, isSubtracted)
      }
    }
    terms.append(Term(.cell(address), isSubtracted: isSubtracted))
  }

  /// The amount in a cell, in its table's unit; `nil` for a blank cell. Words are no amount: they
  /// may be one that was mistyped, and do not count as nothing.
  @inline(__always)
  func value(at address: CellAddress) throws(ReckoningFailure) -> ExactDecimal? {
    if let value = report.tables[address.table].rows.value(row: address.row, column: address.column)
    {
      return value
    }
    guard report.cell(at: address).isBlankOrNil else { throw .words(address) }
    return nil
  }

  /// The unit of all cells and facts; 元 where they differ or there are none.
  func sharedUnit(of range: Range<Int>) -> Unit {
    var shared: Unit?
    for place in range {
      let unit: Unit
      switch terms[place].source {
      case .number: continue
      case .cell(let address): unit = prints[address.table].unit
      case .fact(let fact): unit = report.facts[fact].figure.amount?.unit ?? .yuan
      }
      guard shared == nil || shared == unit else { return .yuan }
      shared = unit
    }
    return shared ?? .yuan
  }

  /// Terms with their values, for whatever is more than an exact sum.
  func operands(of range: Range<Int>) -> [Operand] {
    terms[range].map { term in
      switch term.source {
      case .cell(let address): operand(term, at: address)
      case .fact(let fact): operand(term, fact: fact)
      case .number(let value, let measure): operand(term, value, measure)
      }
    }
  }

  private func operand(_ term: Term, at address: CellAddress) -> Operand {
    let (unit, decimals) = prints[address.table]
    guard
      let value = report.tables[address.table].rows.value(row: address.row, column: address.column)
    else {
      return Operand(term: term, value: .zero, dimension: .money, precision: nil, unit: unit)
    }
    return Operand(
      term: term, value: Amount(value, unit).inYuan, dimension: .money,
      precision: unit.exponent - max(value.scale, decimals), unit: unit)
  }

  /// A number in a formula, which is exact.
  private func operand(
    _ term: Term, _ number: ExactDecimal, _ measure: PrintedFigure.Measure?
  ) -> Operand {
    guard let measure else {
      return Operand(term: term, value: number, dimension: .any, precision: nil, unit: .yuan)
    }
    let figure = PrintedFigure(number: number, measure: measure)
    return Operand(
      term: term, value: figure.value, dimension: figure.dimension, precision: nil,
      unit: figure.amount?.unit ?? .yuan)
  }

  private func operand(_ term: Term, fact index: Int) -> Operand {
    let figure = report.facts[index].figure
    return Operand(
      term: term, value: figure.value, dimension: figure.dimension, precision: figure.precision,
      unit: figure.amount?.unit ?? .yuan)
  }
}
