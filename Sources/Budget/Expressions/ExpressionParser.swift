/// Reads an expression by recursive descent.
///
/// The text's length, the nesting and the number of operations are limited, so that no input can
/// exhaust the stack, neither here nor where the expression is evaluated.
struct ExpressionParser {
  static let maximumLength = 4000
  static let maximumNesting = 32
  static let maximumOperations = 200

  var scanner: ExpressionScanner
  private var nesting = 0
  private var operations = 0

  init(_ text: String) throws(ExpressionSyntaxError) {
    scanner = ExpressionScanner(text)
    guard scanner.scalars.count <= Self.maximumLength else {
      throw scanner.failure(
        "算式太长，最多 \(Self.maximumLength) 个字。", at: Self.maximumLength)
    }
  }

  /// `sum ::= product (("+" | "-") product)*`
  mutating func expression() throws(ExpressionSyntaxError) -> Expression {
    var left = try product()
    while let (`operator`, place) = nextOperator(plusOrMinus: true) {
      try count(at: place)
      left = .operation(`operator`, left, try product())
    }
    return left
  }

  /// `product ::= factor (("*" | "/") factor)*`
  private mutating func product() throws(ExpressionSyntaxError) -> Expression {
    var left = try factor()
    while let (`operator`, place) = nextOperator(plusOrMinus: false) {
      try count(at: place)
      left = .operation(`operator`, left, try factor())
    }
    return left
  }

  /// `factor ::= ("-" | "+") factor | "(" sum ")" | number | "sum(" reference ")" | reference`
  private mutating func factor() throws(ExpressionSyntaxError) -> Expression {
    scanner.skipSpaces()
    let start = scanner.offset
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.maximumNesting else {
      throw scanner.failure("括号或负号套得太深，最多 \(Self.maximumNesting) 层。")
    }
    switch scanner.peek() {
    case "-", "－", "−":
      scanner.offset += 1
      return .negation(try factor())
    case "+", "＋":
      scanner.offset += 1
      return try factor()
    case "(":
      return try group(closedBy: ")", from: start)
    case "（":
      return try group(closedBy: "）", from: start)
    case nil:
      throw scanner.failure("这里缺少数字或引用，例如 支出[总计].合计。")
    default:
      if let number = try scanner.number() { return number }
      return try referenceOrSum(from: start)
    }
  }

  private mutating func group(
    closedBy closing: Unicode.Scalar, from start: Int
  ) throws(ExpressionSyntaxError) -> Expression {
    scanner.offset += 1
    let inner = try expression()
    scanner.skipSpaces()
    guard scanner.take(closing) else {
      throw scanner.failure("括号没有结束，缺少「\(closing)」。", at: start)
    }
    return inner
  }

  private mutating func referenceOrSum(
    from start: Int
  ) throws(ExpressionSyntaxError) -> Expression {
    let isQuoted = scanner.peek() == "\"" || scanner.peek() == "「"
    let first = try name(of: "表名或列名")
    if !isQuoted, scanner.peek() == "(" || first.hasPrefix("sum（") {
      guard first == "sum" else {
        throw scanner.failure(
          first.hasPrefix("sum（")
            ? "求和请用半角括号：sum(…)。"
            : "没有函数“\(first)”，只有 sum(…)；名称里有括号时请加引号，如 「编码(代码)」。", at: start)
      }
      return try sum()
    }
    return .reference(try reference(beginningWith: first, from: start))
  }

  private mutating func sum() throws(ExpressionSyntaxError) -> Expression {
    scanner.offset += 1
    scanner.skipSpaces()
    let inner = scanner.offset
    let first = try name(of: "表名")
    let reference = try reference(beginningWith: first, from: inner)
    scanner.skipSpaces()
    guard reference.table != nil, scanner.take(")") else {
      throw scanner.failure(
        "sum(…) 里只能有一个引用，例如 sum(明细[功能分类代码=201*].预算金额)。",
        at: reference.table == nil ? inner : nil)
    }
    return .sum(reference)
  }

  /// A name, quoted or not, or an error that says what is missing.
  mutating func name(of what: String) throws(ExpressionSyntaxError) -> String {
    scanner.skipSpaces()
    let start = scanner.offset
    let name = try scanner.quotation() ?? scanner.bareName()
    guard name.isEmpty else { return name }
    scanner.offset = start
    switch scanner.peek() {
    case nil: throw scanner.failure("这里缺少\(what)。")
    case "$": throw scanner.failure("$ 只能写在方括号里，例如 支出[$].合计。")
    case "［", "］": throw scanner.failure("请用半角方括号 [ ]。")
    case "．": throw scanner.failure("请用半角句点 . 。")
    case let scalar?:
      throw scanner.failure("这里应当是\(what)，不能是“\(scalar)”；特殊的名称请加引号，如 「…」。")
    }
  }

  /// The operator that comes next, of the given precedence, and its place.
  private mutating func nextOperator(plusOrMinus: Bool) -> (Expression.Operator, Int)? {
    scanner.skipSpaces()
    let found: Expression.Operator
    switch scanner.peek() {
    case "+", "＋": found = .plus
    case "-", "－", "−": found = .minus
    case "*", "×", "＊": found = .times
    case "/", "÷", "／": found = .dividedBy
    default: return nil
    }
    guard plusOrMinus == (found == .plus || found == .minus) else { return nil }
    scanner.offset += 1
    return (found, scanner.offset - 1)
  }

  private mutating func count(at place: Int) throws(ExpressionSyntaxError) {
    operations += 1
    guard operations <= Self.maximumOperations else {
      throw scanner.failure("运算太多，最多 \(Self.maximumOperations) 次。", at: place)
    }
  }

  /// Makes sure that nothing is left.
  mutating func end() throws(ExpressionSyntaxError) {
    scanner.skipSpaces()
    guard let scalar = scanner.peek() else { return }
    throw scanner.failure(Self.isComparison(scalar) ? "这里不能再有比较符号。" : "多余的“\(scalar)”。")
  }

  static func isComparison(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "＝", "<", ">", "≤", "≥", "＜", "＞": true
    default: false
    }
  }
}
