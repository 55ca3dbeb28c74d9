extension Expression {
  /// Reads the notation of expressions: `文外.2020收入 - 收入[总计].合计`.
  public init(parsing text: String) throws(ExpressionSyntaxError) {
    var parser = try ExpressionParser(text)
    self = try parser.expression()
    try parser.end()
  }
}

extension Relation {
  /// Reads two expressions with `=`, `<=`, `≤`, `>=` or `≥` between them.
  public init(parsing text: String) throws(ExpressionSyntaxError) {
    var parser = try ExpressionParser(text)
    let left = try parser.expression()
    let comparison = try parser.comparison()
    let right = try parser.expression()
    try parser.end()
    self.init(left, comparison, right)
  }
}

extension CheckForm.Domain {
  /// Reads for what a check is made again: `支出`, `支出[*]`, `支出[级=3]`, `财政拨款/支出[级=2]`,
  /// `明细.功能分类代码`.
  public init(parsing text: String) throws(ExpressionSyntaxError) {
    var parser = try ExpressionParser(text)
    self = try parser.domain()
    try parser.end()
  }
}

extension ExpressionParser {
  fileprivate mutating func comparison() throws(ExpressionSyntaxError) -> Relation.Comparison {
    scanner.skipSpaces()
    let start = scanner.offset
    let first = scanner.peek()
    if first != nil { scanner.offset += 1 }
    switch first {
    case "=", "＝":
      if scanner.peek() == "=" { scanner.offset += 1 }
      return .equal
    case "≤": return .atMost
    case "≥": return .atLeast
    case "<" where scanner.take("="), "＜" where scanner.take("="): return .atMost
    case ">" where scanner.take("="), "＞" where scanner.take("="): return .atLeast
    case "<", "＜", ">", "＞":
      throw scanner.failure("只能比较 =、<=（≤）、>=（≥）。", at: start)
    case nil:
      throw scanner.failure("缺少比较符号 =、<= 或 >=。", at: start)
    case let scalar?:
      throw scanner.failure("多余的“\(scalar)”，这里应当是 =、<= 或 >=。", at: start)
    }
  }

  fileprivate mutating func domain() throws(ExpressionSyntaxError) -> CheckForm.Domain {
    let table = try name(of: "表名")
    scanner.skipSpaces()
    if scanner.take(".") {
      return .groups(table: table, column: try name(of: "列名"))
    }
    var listing: String?
    if scanner.take("/") {
      listing = try name(of: "栏目名")
      scanner.skipSpaces()
    }
    let start = scanner.offset
    guard scanner.peek() == "[" else {
      return .rows(table: table, listing: listing, condition: [], includesClosing: true)
    }
    guard case .filtered(let condition) = try selector() else {
      throw scanner.failure("这里应当是条件，例如 [*]、[级=3]、[末级]。", at: start)
    }
    return .rows(table: table, listing: listing, condition: condition, includesClosing: false)
  }
}
