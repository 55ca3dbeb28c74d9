extension ExpressionParser {
  /// The rest of a reference whose first name is read: `[行].列`, `.列`, or nothing.
  mutating func reference(
    beginningWith first: String, from start: Int
  ) throws(ExpressionSyntaxError) -> Reference {
    var rows = Reference.Rows.unspecified
    if scanner.peek() == "[" {
      rows = try selector()
      guard first != Reference.factsTable else {
        throw scanner.failure("文外数据没有行，请写 文外.名称。", at: start)
      }
      guard scanner.take(".") else {
        throw scanner.failure("方括号后面缺少“.列名”，例如 支出[总计].合计。")
      }
    } else if !scanner.take(".") {
      return Reference(table: nil, rows: .unspecified, column: first)
    }
    return Reference(table: first, rows: rows, column: try name(of: "列名"))
  }

  /// `[…]`: a row's name, or filters.
  mutating func selector() throws(ExpressionSyntaxError) -> Reference.Rows {
    let start = scanner.offset
    scanner.offset += 1
    var items: [Item] = []
    repeat {
      items.append(try item(of: start))
    } while scanner.take(",")
    guard scanner.take("]") else { throw unclosedSelector(start) }
    if items.count == 1, case .key(let key, _) = items[0] { return .key(key) }
    var filters: [Filter] = []
    for item in items {
      switch item {
      case .all: continue
      case .filter(let filter): filters.append(filter)
      case .key(_, let place):
        throw scanner.failure("用逗号隔开的每一项都应当是条件，例如 级=3、末级、功能分类代码=201*。", at: place)
      }
    }
    return .filtered(filters)
  }

  /// One of the parts between commas.
  private enum Item {
    case key(String, Int)
    case filter(Filter)
    case all
  }

  private mutating func item(of selector: Int) throws(ExpressionSyntaxError) -> Item {
    let (text, isQuoted, place) = try selectorText(of: selector)
    if scanner.take("=") || scanner.take("＝") {
      return .filter(try condition(on: text, isQuoted: isQuoted, of: selector, at: place))
    }
    guard !text.isEmpty else {
      throw scanner.failure("方括号里缺少行名或条件。", at: place)
    }
    guard !isQuoted else { return .key(text, place) }
    if text == "*" { return .all }
    if text == "末级" { return .filter(Filter(column: "", match: .leaf)) }
    guard !text.hasSuffix("*") else {
      throw scanner.failure("按开头选行请写明列名，例如 [科目编码=\(text)]。", at: place)
    }
    return .key(text, place)
  }

  private mutating func condition(
    on column: String, isQuoted: Bool, of selector: Int, at place: Int
  ) throws(ExpressionSyntaxError) -> Filter {
    guard !column.isEmpty else { throw scanner.failure("“=”前面缺少列名。", at: place) }
    let (text, isTextQuoted, textPlace) = try selectorText(of: selector)
    if column == "级", !isQuoted {
      guard let level = Int(text), level > 0, level < 100 else {
        throw scanner.failure("级次应当是正整数，例如 级=3。", at: textPlace)
      }
      return Filter(column: "", match: .level(level))
    }
    if isTextQuoted {
      return Filter(column: column, match: scanner.take("*") ? .prefix(text) : .equals(text))
    }
    guard text.hasSuffix("*") else {
      guard !text.isEmpty else {
        throw scanner.failure("“=”后面缺少内容；要选空白的单元格，请写 =「」。", at: textPlace)
      }
      return Filter(column: column, match: .equals(text))
    }
    guard text != "*" else {
      throw scanner.failure("“*”前面缺少开头的文字，例如 201*。", at: textPlace)
    }
    return Filter(column: column, match: .prefix(String(text.dropLast())))
  }

  /// Text up to the next mark that means something in brackets, without white space.
  private mutating func selectorText(
    of selector: Int
  ) throws(ExpressionSyntaxError) -> (text: String, isQuoted: Bool, place: Int) {
    scanner.skipSpaces()
    let place = scanner.offset
    if let quoted = try scanner.quotation() {
      scanner.skipSpaces()
      return (quoted, true, place)
    }
    var text = String.UnicodeScalarView()
    while let scalar = scanner.peek() {
      switch scalar {
      case "]", ",", "=", "＝":
        return (String(text), false, place)
      case "[":
        throw scanner.failure("行名里有方括号时请加引号，如 「…」。")
      default:
        if !scalar.isSpace { text.append(scalar) }
        scanner.offset += 1
      }
    }
    throw unclosedSelector(selector)
  }

  private func unclosedSelector(_ start: Int) -> ExpressionSyntaxError {
    scanner.failure("方括号没有结束，缺少“]”。", at: start)
  }
}
