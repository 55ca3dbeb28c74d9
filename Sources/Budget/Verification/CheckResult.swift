/// What became of one check (勾稽关系), for one row or group where it is made for many.
public struct CheckResult: Sendable {
  /// What became of it.
  public enum State: Sendable, Hashable {
    /// What must hold holds.
    case consistent
    /// It does not hold.
    case inconsistent
    /// It could not be made; the text says why, in Chinese.
    case unchecked(String)
  }

  /// One side of the relation.
  public struct Side: Sendable {
    /// The side's value, exact, in the unit of its values.
    public let total: Amount
    /// The values that it is made of, in the order of the formula.
    public let terms: [Term]

    /// A side out of its parts.
    public init(total: Amount, terms: [Term]) {
      self.total = total
      self.terms = terms
    }
  }

  /// The check's id; for a table's own sums the rule's.
  public let check: String
  /// What must hold, in Chinese.
  public let title: String
  /// The row or group for which it was made; `nil` for a check that is made once.
  public let subject: CheckSubject?
  /// What became of it.
  public let state: State
  /// What must hold between the sides.
  public let comparison: Relation.Comparison
  /// The left side; `nil` if the check could not be made.
  public let left: Side?
  /// The right side; `nil` if the check could not be made.
  public let right: Side?

  /// A result out of its parts.
  public init(
    check: String, title: String, subject: CheckSubject? = nil, state: State,
    comparison: Relation.Comparison = .equal, left: Side? = nil, right: Side? = nil
  ) {
    self.check = check
    self.title = title
    self.subject = subject
    self.state = state
    self.comparison = comparison
    self.left = left
    self.right = right
  }

  /// For which row or group the check was made, in the words of the report; empty if made once.
  public func instance(in report: Report) -> String {
    switch subject {
    case nil: ""
    case .group(let text): text
    case .row(let table, let listing, let entry):
      report.tables[table].listings[listing].entries[entry].name
    }
  }

  /// Left minus right, in the left side's unit.
  public var difference: Amount? {
    guard let left, let right else { return nil }
    let unit = left.total.unit
    guard
      let yuan = left.total.inYuan.subtracting(right.total.inYuan),
      let value = yuan.inUnit(unit)
    else { return nil }
    return Amount(value, unit)
  }
}

extension Listing.Entry {
  /// The label, or the key of a row without one.
  public var name: String { label.isEmpty ? key : label }
}

extension ExactDecimal {
  /// A sum in yuan as a number of `unit`, exact.
  public func inUnit(_ unit: Unit) -> ExactDecimal? {
    // Dividing by a power of ten only moves the point.
    let moved = ExactDecimal(coefficient: coefficient, scale: scale + unit.exponent)
    return unit == .yuan ? self : moved.trimmed(keeping: 2)
  }

  /// The value without zeros at the end of its decimals beyond the first `decimals`.
  public func trimmed(keeping decimals: Int) -> ExactDecimal {
    let short = trimmed
    return short.scale >= decimals ? short : short.rescaled(to: min(scale, decimals)) ?? short
  }
}
