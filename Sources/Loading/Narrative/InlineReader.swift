import Budget

/// Reads the words of a paragraph or heading, with their links and figures.
struct InlineReader {
  /// What is wrong with what was read so far.
  var findings: [Finding] = []
  /// The expressions known so far.
  var expressions = ParsedExpressions()
  private var locator: InlineLocator
  private let context: NarrativeContext
  private let file: String
  private var figureCount = 0
  /// The bracket with which the words before end, if they end with one: it may be that of a figure.
  private var openBracket: SourcePosition?
  /// What was placed so far.
  private var placed: [Placement.Part] = []

  init(_ source: SourceText, context: NarrativeContext) {
    file = source.file
    locator = InlineLocator(source)
    self.context = context
  }

  /// Goes to where a block begins.
  mutating func enter(_ block: MarkdownNode) -> SourcePosition {
    openBracket = nil
    return locator.enterBlock(line: block.line, column: block.column)
  }

  /// The words that `nodes` are.
  mutating func inlines(_ nodes: MarkdownNode.Siblings) -> [Inline] {
    var inlines: [Inline] = []
    for node in nodes { append(node, to: &inlines) }
    return inlines
  }

  /// The part of the page that a paragraph places, if it consists of nothing else.
  mutating func placement(_ paragraph: MarkdownNode) -> Placement? {
    guard let image = paragraph.onlyChild, image.isImage,
      case .image(let destination, _) = image.kind,
      let part = Self.part(destination)
    else { return nil }
    let position = locator.position(line: image.line, column: image.column)
    if case .chart(let id) = part, let charts = context.charts, !charts.contains(id) {
      let hint = Spelling.suggestion(for: id, among: charts)
      findings.append(Finding(.chartUnknown, at: position, "表样里没有图“\(id)”\(hint)"))
    }
    if placed.contains(part) {
      findings.append(
        Finding(.placementTwice, at: position, "“\(destination)”在前面已经放过一次了。请删去一处。"))
    }
    placed.append(part)
    return Placement(part: part, title: inlines(image.children).plainText, position: position)
  }

  /// Reports HTML, and gives it as the words that it is: each line has its own place.
  mutating func html(_ text: String, at position: SourcePosition) -> [Inline] {
    reportHTML(at: position)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line -> [Inline] in
      if number == 0 { return [.text(String(line), position)] }
      let place = SourcePosition(file: file, line: position.line + number)
      return [.softBreak, .text(String(line), place)]
    }
  }

  private mutating func reportHTML(at position: SourcePosition) {
    findings.append(
      Finding(
        .rawHTML, at: position, "正文里不能写 HTML；请改用 Markdown，如果要显示“<”本身，请写成“\\<”。"))
  }

  /// Warns of a code block that came from spaces before a paragraph.
  mutating func reportIndentedCode(_ node: MarkdownNode, at position: SourcePosition) {
    guard !locator.isFence(line: node.line, column: node.column) else { return }
    findings.append(
      Finding(
        .accidentalCode, at: position, severity: .warning,
        "段前空了四格以上，会显示成代码；如果是普通段落，请删去段前的空格。"))
  }

  private mutating func append(_ node: MarkdownNode, to inlines: inout [Inline]) {
    switch node.kind {
    case .text(let text):
      let (line, column) = (node.line, node.column)
      if let position = locator.position(ofWhole: text, line: line, column: column) {
        append(InlineLocator.Piece(text: text, position: position, isEscaped: false), to: &inlines)
        return
      }
      for piece in locator.pieces(of: text, line: line, column: column) {
        append(piece, to: &inlines)
      }
    case .softBreak: inlines.append(.softBreak)
    case .lineBreak: inlines.append(.lineBreak)
    case .code(let text): inlines.append(.code(text))
    case .emphasis: inlines.append(.emphasis(self.inlines(node.children)))
    case .strong: inlines.append(.strong(self.inlines(node.children)))
    case .html(let text):
      inlines += html(text, at: locator.position(line: node.line, column: node.column))
    case .link(let destination, let title):
      if destination.utf8.first == UInt8(ascii: "=") {
        appendFigure(node, destination, note: title, to: &inlines)
      } else if let meant = reportMiswritten(node, destination) {
        // Read as it is meant, so that nothing else is found fault with.
        appendFigure(node, meant, note: title, to: &inlines)
      } else {
        appendLink(node, destination, title: title, to: &inlines)
      }
    case .image(let destination, _):
      appendImage(node, destination, to: &inlines)
    default: inlines += self.inlines(node.children)
    }
  }

  private mutating func append(_ piece: InlineLocator.Piece, to inlines: inout [Inline]) {
    inspect(piece)
    inlines.append(.text(piece.text, piece.position))
  }

  private mutating func inspect(_ piece: InlineLocator.Piece) {
    guard !piece.isEscaped else {
      openBracket = nil
      reportInvisible(piece.text, at: piece.position)
      return
    }
    inspectBindings(in: piece)
    report(
      .imageNotation, of: "![", in: piece,
      "这里没有成为图片，会原样显示；图片写成“![说明](文件名)”，文件名里有空格时加尖括号：“![说明](<大楼 图.png>)”。")
    report(
      .leftoverEmphasis, of: "**", in: piece,
      "“**”没有生效，会原样显示；请把标点移到“**”之外，如“**增长10%**，”，或删去“**”。")
  }

  /// Warns of the first place where a sign of Markdown had no effect.
  private mutating func report(
    _ rule: Rule, of sign: String, in piece: InlineLocator.Piece, _ message: String
  ) {
    guard let offset = piece.text.scalarOffset(of: sign) else { return }
    findings.append(
      Finding(
        rule, at: piece.position.advanced(by: offset), length: sign.unicodeScalars.count,
        severity: .warning, message))
  }

  /// Reports words that were meant to bind a figure.
  private mutating func inspectBindings(in piece: InlineLocator.Piece) {
    for attempt in BindingAttempt.all(in: piece.text) {
      findings.append(
        Finding(
          attempt.isSlip ? .bindingNotation : .figureLink,
          at: piece.position.advanced(by: attempt.range.lowerBound), length: attempt.range.count,
          attempt.message))
    }
    let scalars = piece.text.unicodeScalars
    if let bracket = openBracket, BindingNotation(at: 0, in: ["]"] + scalars.prefix(8)) != nil {
      findings.append(
        Finding(
          .bindingNotation, at: bracket,
          "这里的数据来源没有写成：“]”和“(”之间不能换行，也不能有空格。请写成 [数字](=表[行].列)。"))
    }
    openBracket = nil
    if let last = scalars.last(where: { !$0.isSpace }), BindingNotation.isClosingBracket(last) {
      openBracket = piece.position.advanced(by: scalars.count - 1)
    }
  }

  /// Reports the first invisible character of the texts.
  private mutating func reportInvisible(
    _ text: String, _ other: String = "", at position: SourcePosition
  ) {
    let finding =
      InvisibleCharacters.finding(in: text, at: position)
      ?? InvisibleCharacters.finding(in: other, at: position)
    if let finding { findings.append(finding) }
  }

  private mutating func appendFigure(
    _ node: MarkdownNode, _ destination: String, note: String, to inlines: inout [Inline]
  ) {
    let position = locator.position(line: node.line, column: node.column)
    let words = self.inlines(node.children)
    let text = words.plainText
    let start = locator.destinationStart()
    let binding = expressions.binding(destination)
    reportInvisible(binding.notation, note, at: position)
    if text.unicodeScalars.allSatisfy(\.isSpace) {
      findings.append(
        Finding(.figureLink, at: position, "方括号里没有数字，请写成 [数字](=算式)。"))
      return
    }
    switch binding.expression {
    case .success(let expression):
      inlines.append(
        .figure(
          BoundFigure(
            index: figureCount, text: text, expression: expression,
            expressionText: binding.notation, formula: binding.formula, note: note,
            position: words.firstPosition ?? position)))
      figureCount += 1
    case .failure(let error):
      let place = start.map { locator.position(inDestination: $0, offset: error.offset + 1) }
      findings.append(
        Finding(
          .expressionSyntax, at: place ?? position,
          "算式“\(binding.notation.longExcerpt)”写法不对：\(error.message)"
            + (binding.notation.utf8.last == UInt8(ascii: "\"") ? "引号里如果是说明，前面要空一格。" : "")))
      inlines.append(.misbound(words))
    }
  }

  /// The destination that a link without a proper equals sign should have, which is reported; `nil`
  /// if it is not meant to bind a figure.
  private mutating func reportMiswritten(_ node: MarkdownNode, _ destination: String) -> String? {
    let formula: Substring
    let fault: String
    if destination.hasPrefix("＝") {
      formula = destination.dropFirst()
      fault = BindingNotation.Slip.sign.advice
    } else if destination.utf8.contains(UInt8(ascii: "[")), let words = node.onlyChild,
      case .text(let text) = words.kind, PrintedFigure(text) != nil
    {
      // No address has brackets, and every row has.
      formula = destination[...]
      fault = "“(”后面少了“=”"
    } else {
      return nil
    }
    findings.append(
      Finding(
        .bindingNotation, at: locator.position(line: node.line, column: node.column),
        "数据来源的写法不对：\(fault)。请写成 [数字](=\(PercentEncoding.decoded(String(formula))))。"))
    return "=" + formula
  }

  private mutating func appendLink(
    _ node: MarkdownNode, _ destination: String, title: String, to inlines: inout [Inline]
  ) {
    let position = locator.position(line: node.line, column: node.column)
    let words = self.inlines(node.children)
    reportInvisible(PercentEncoding.decoded(destination), title, at: position)
    switch LinkTarget(destination, depth: context.depth) {
    case .elsewhere, .withinSite:
      inlines.append(.link(destination: destination, title: title, words))
      return
    case .unsafe(let what):
      let advice =
        Self.part(destination) == nil
        ? "请改用 https:// 开头的网址" : "放置图表要写成图片，前面加“!”：![说明](\(destination))"
      findings.append(
        Finding(.unsafeLink, at: position, "链接里不能用“\(what)”；\(advice)。"))
    case .hiddenHost:
      findings.append(
        Finding(.unsafeLink, at: position, "网址里“@”前面的不是网站，读者会看错。请去掉“@”和它前面的名称。"))
    case .empty:
      findings.append(
        Finding(.linkDestination, at: position, "链接没有写目标，请补上，或去掉方括号和圆括号。"))
    case .outsideSite:
      findings.append(
        Finding(
          .linkDestination, at: position,
          "“\(destination)”指到了本站之外；站内请用相对地址（不以“/”开头，“../”不超出站点），站外请写完整网址。"))
    }
    inlines += words
  }

  private mutating func appendImage(
    _ node: MarkdownNode, _ destination: String, to inlines: inout [Inline]
  ) {
    let position = locator.position(line: node.line, column: node.column)
    let words = self.inlines(node.children)
    reportInvisible(PercentEncoding.decoded(destination), at: position)
    if Self.part(destination) != nil {
      findings.append(
        Finding(
          .placementInText, at: position, "图和表格目录要单独成段：请在“![\(words.plainText)]”的前后各空一行。"))
    } else if LinkTarget(destination, depth: 0) != .withinSite {
      findings.append(
        Finding(.imageSource, at: position, "图片不能取自别处；请把图片文件放进报告文件夹，只写文件名。"))
    } else if !Self.pictures.contains(where: destination.lowercased().hasSuffix) {
      findings.append(
        Finding(
          .imageSource, at: position,
          "“\(destination)”不是图片；图片要存成 png、jpg、gif 或 webp。别的文件会原样公开，其中可能有脚本，不能当图片用。"))
    } else if let file = context.file(at: destination) {
      inlines.append(.image(file: file, alternative: words.plainText, position))
      return
    } else {
      findings.append(
        Finding(.imageSource, at: position, "报告文件夹里没有图片“\(destination)”，请检查文件名。"))
    }
    inlines += words
  }

  /// The endings of pictures. SVG is none of them: opened by itself, it runs its scripts in the site's
  /// name, and not every host sends the headers that forbid it.
  private static let pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]

  private static func part(_ destination: String) -> Placement.Part? {
    if destination.hasPrefix("chart:") { return .chart(String(destination.dropFirst(6))) }
    return destination == "tables:" ? .tables : nil
  }
}

extension SourcePosition {
  /// The place `offset` characters further on in the line.
  func advanced(by offset: Int) -> SourcePosition {
    SourcePosition(file: file, line: line, column: column + offset)
  }
}
