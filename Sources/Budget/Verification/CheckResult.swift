/// A check (勾稽关系) as its results name it.
public struct CheckRule: Sendable, Hashable {
  /// The check's id; for a table's own sums the rule's.
  public let id: String
  /// What must hold, in Chinese.
  public let title: String

  /// A check called `title`.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// What became of one check, for one row or group where it is made for many.
///
/// There are hundreds in a report, so that words and values which many share are kept once, in
/// ``Verification``.
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
    /// The values that it is made of, in the order of the formula: the place in
    /// ``Verification/terms``.
    public let terms: Range<Int>

    /// A side out of its parts.
    public init(total: Amount, terms: Range<Int>) {
      self.total = total
      self.terms = terms
    }
  }

  /// The index of the check in ``Verification/rules``.
  public let rule: Int
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
    rule: Int, subject: CheckSubject? = nil, state: State,
    comparison: Relation.Comparison = .equal, left: Side? = nil, right: Side? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.state = state
    self.comparison = comparison
    self.left = left
    self.right = right
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

extension Report {
  /// For which row or group a check was made, in the words of the report; empty if made once.
  public func name(of subject: CheckSubject?) -> String {
    switch subject {
    case nil: ""
    case .group(let text): text
    case .row(let table, let listing, let entry):
      tables[table].listings[listing].entries[entry].name
    }
  }
}

extension Listing.Entry {
  /// The label; of a row without any words, which one of the table it is.
  public var name: String { label.isEmpty ? "第\(row + 1)行" : label }
}

extension ExactDecimal {
  /// A sum in yuan as a number of `unit`, exact.
  public func inUnit(_ unit: Unit) -> ExactDecimal? {
    // Dividing by a power of ten only moves the point.
    if unit == .yuan { return self }
    return ExactDecimal(coefficient: coefficient, scale: scale + unit.exponent)
      .trimmed(keeping: 2)
  }

  /// The value without zeros at the end of its decimals beyond the first `decimals`.
  func trimmed(keeping decimals: Int) -> ExactDecimal {
    let short = trimmed
    return short.scale >= decimals ? short : short.rescaled(to: min(scale, decimals)) ?? short
  }
}
