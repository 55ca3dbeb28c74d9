extension Expression: CustomStringConvertible {
  /// The canonical notation: without spaces, so that it can stand in a Markdown link as it is, and
  /// parsed again it gives the same expression.
  public var description: String {
    switch self {
    case .number(let value, let measure):
      return value.description + (measure?.sign ?? "")
    case .reference(let reference):
      return reference.description
    case .sum(let reference):
      return "sum(\(reference))"
    case .negation(let inner):
      // Negations need no parentheses among themselves, which would nest twice as deep.
      return "-" + inner.notation(grouped: inner.precedence < 3 && !inner.isNegation)
    case .operation(let `operator`, let left, let right):
      let first = left.notation(grouped: left.precedence < precedence)
      // Operations are read from the left, so that an equal one on the right needs parentheses.
      let second = right.notation(grouped: right.precedence <= precedence || right.isNegation)
      return `operator`.join(first, second)
    }
  }

  private var precedence: Int {
    switch self {
    case .operation(.plus, _, _), .operation(.minus, _, _): 1
    case .operation: 2
    case .negation: 2
    case .number, .reference, .sum: 3
    }
  }

  private var isNegation: Bool {
    guard case .negation = self else { return false }
    return true
  }

  private func notation(grouped: Bool) -> String {
    grouped ? "(\(description))" : description
  }
}

extension Expression.Operator {
  fileprivate func join(_ first: String, _ second: String) -> String {
    // Between Latin letters a hyphen would be part of a name.
    let merges =
      self == .minus && first.unicodeScalars.last?.isLatinLetter == true
      && second.unicodeScalars.first?.isLatinLetter == true
    return first + String(rawValue) + (merges ? "(\(second))" : second)
  }
}

extension Reference: CustomStringConvertible {
  /// The canonical notation: `支出[总计].合计`.
  public var description: String {
    guard let table else { return column.expressionName(asOperand: true) }
    return table.expressionName(asOperand: true) + rows.description + "."
      + column.expressionName(asOperand: false)
  }
}

extension Reference.Rows: CustomStringConvertible {
  /// The canonical notation: nothing, `[总计]`, `[级=3,末级]` or `[*]`.
  public var description: String {
    switch self {
    case .unspecified: ""
    case .key(let key): "[\(key.selectorName)]"
    case .filtered(let filters) where filters.isEmpty: "[*]"
    case .filtered(let filters): "[\(filters.map(\.description).joined(separator: ","))]"
    }
  }
}

extension Filter: CustomStringConvertible {
  /// The canonical notation: `级=3`, `末级`, `功能分类代码=201*`.
  public var description: String {
    let name = column == "级" ? "「级」" : column.selectorName
    return switch match {
    case .leaf: "末级"
    case .level(let level): "级=\(level)"
    case .equals(let text): name + "=" + text.selectorName
    case .prefix(let text): name + "=" + text.selectorName + "*"
    }
  }
}

extension Relation: CustomStringConvertible {
  /// The canonical notation: `合计=基本支出+项目支出`.
  public var description: String { "\(left)\(comparison.rawValue)\(right)" }
}

extension String {
  /// The name as an operand, a table or a column, in quotes where it needs them.
  fileprivate func expressionName(asOperand: Bool) -> String {
    guard let first = unicodeScalars.first else { return quoted }
    if first != "（", unicodeScalars.allSatisfy({ ExpressionScanner.isPlainNamePart($0) }),
      !asOperand || !first.isASCIIDigit
    {
      return self
    }
    var scanner = ExpressionScanner(self)
    let isWhole = scanner.bareName() == self && scanner.isAtEnd
    guard isWhole, first != "（", !hasPrefix("sum（") else { return quoted }
    guard asOperand else { return self }
    scanner.offset = 0
    let isNumber = first.isASCIIDigit && (try? scanner.number()) != nil
    return isNumber ? quoted : self
  }

  /// The name within brackets, in quotes where it needs them.
  fileprivate var selectorName: String {
    let needsQuotes =
      isEmpty || self == "末级" || hasSuffix("*") || hasPrefix("\"") || hasPrefix("「")
      || unicodeScalars.contains {
        switch $0 {
        case "[", "]", ",", "=", "＝": true
        default: $0.isSpace
        }
      }
    return needsQuotes ? quoted : self
  }

  private var quoted: String {
    guard unicodeScalars.contains("」") else { return "「\(self)」" }
    // By scalars: a quote with a combining mark is a quote, too, where it is read.
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text += scalar == "\"" ? [scalar, scalar] : [scalar] }
    return "\"\(String(text))\""
  }
}
