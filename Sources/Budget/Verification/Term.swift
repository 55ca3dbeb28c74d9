/// A value that takes part in a check or a formula.
public struct Term: Sendable, Hashable {
  /// Where a value comes from.
  public enum Source: Sendable, Hashable {
    /// A cell.
    case cell(CellAddress)
    /// The outside fact with this index in ``Report/facts``.
    case fact(Int)
    /// A number written in the formula itself, and what it counts if it says so.
    case number(ExactDecimal, PrintedFigure.Measure?)
  }

  /// Where the value comes from.
  public let source: Source
  /// Whether it is subtracted.
  public let isSubtracted: Bool

  /// A value of `source`, added or subtracted.
  public init(_ source: Source, isSubtracted: Bool = false) {
    self.source = source
    self.isSubtracted = isSubtracted
  }

  /// The cell, if it is one.
  public var cell: CellAddress? {
    guard case .cell(let address) = source else { return nil }
    return address
  }

  /// Whether it is a cell or an outside fact, rather than a number in the formula.
  public var isSource: Bool {
    if case .number = source { false } else { true }
  }
}

extension Report {
  /// What a term is, in the words of the form or of the outside facts.
  public func name(of term: Term) -> String {
    switch term.source {
    case .cell(let address): name(of: address)
    case .fact(let index): "文外数据“\(facts[index].name)”"
    case .number: "算式中的数"
    }
  }

  /// The term's value as the source prints it, with its unit; empty for a blank cell.
  public func text(of term: Term) -> String {
    switch term.source {
    case .cell(let address):
      let cell = cell(at: address)
      guard let value = cell.value else { return cell.text }
      return value.grouped + tables[address.table].form.unit.rawValue
    case .fact(let index):
      let figure = facts[index].figure
      let number = figure.amount == nil ? figure.number.description : figure.number.grouped
      return number + figure.measure.sign
    case .number(let value, let measure):
      return value.description + (measure?.sign ?? "")
    }
  }

  /// Where the term stands in the content; `nil` for a number in a formula.
  public func position(of term: Term) -> SourcePosition? {
    switch term.source {
    case .cell(let address): position(of: address)
    case .fact(let index): facts[index].position
    case .number: nil
    }
  }
}
