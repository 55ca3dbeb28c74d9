import Budget

/// Says in a clerk's words why a file is not YAML, and where to look.
struct YAMLSyntaxExplanation {
  private let source: SourceText
  private let lines: SourceLines
  private var file: String { source.file }

  init(source: SourceText, lines: SourceLines) {
    self.source = source
    self.lines = lines
  }

  /// Reports a line end that YAML knows and editors do not show: line numbers would be wrong.
  func unusualLineEnd() -> Finding? {
    let bytes = source.bytes
    for (index, byte) in bytes.enumerated() where byte == 0xC2 || byte == 0xE2 {
      let isUnusual =
        bytes[index...].starts(with: [0xC2, 0x85])
        || bytes[index...].starts(with: [0xE2, 0x80, 0xA8])
        || bytes[index...].starts(with: [0xE2, 0x80, 0xA9])
      guard isUnusual else { continue }
      return finding(
        lines.line(ofByte: index), lines.column(ofByte: index) - 1, "这里有一个看不见的换行符号，请删去，或改用回车换行。")
    }
    return nil
  }

  /// What is wrong, explained; `nil` for a text, of which its reader says what it should be.
  func finding(for problem: YAMLProblem) -> Finding? {
    switch problem {
    case .syntax(let words, let mark, let context):
      syntaxFinding(problem, words, mark, within: context)
    case .character: controlCharacterFinding()
    case .tooDeep(let mark):
      Finding(.yamlDepth, at: position(mark), "层次超过 \(YAMLComposer.maximumDepth) 层，请检查括号和缩进。")
    case .text: nil
    case .unknown: Finding(.yamlSyntax, at: SourcePosition(file: file), "文件无法读取。")
    }
  }

  /// A tab at the beginning of `line`.
  private func tab(inLine line: Int) -> Finding? {
    let text = lines.scalars(ofLine: line)
    guard let tab = text.prefix(while: { $0 == " " || $0 == "\t" }).firstIndex(of: "\t")
    else { return nil }
    return finding(line, tab, "行首用了制表符（Tab），YAML 只认空格；请把它换成空格。")
  }

  private func syntaxFinding(
    _ problem: YAMLProblem, _ words: String, _ mark: YAMLMark,
    within context: (text: String, mark: YAMLMark)?
  ) -> Finding {
    if problem.isWithinQuotes, let escape = escape(words, mark) { return escape }
    // What began the text that ends in a mistake is nearer to its cause than its end.
    let suspects = (context.map { [$0.mark.line] } ?? []) + [mark.line, mark.line - 1]
    if let tab = suspects.lazy.compactMap(tab).first { return tab }
    let place = context.map { position($0.mark) } ?? position(mark)
    if problem.isWithinQuotes {
      return Finding(.yamlSyntax, at: place, "这里开始的引号没有配对的另一半，请补上。")
    }
    if problem.isWithinBrackets {
      return Finding(.yamlSyntax, at: place, "这里开始的括号里写法不对：请检查括号是否成对、各项之间是否有英文逗号。")
    }
    if problem.isSecondColon {
      return Finding(
        .yamlSyntax, at: position(mark), "这里不能再出现“: ”：如果它是文字的一部分，请把整段文字加上引号；如果是新的一项，请检查缩进。")
    }
    if words.contains("cannot start any token") {
      return Finding(.yamlSyntax, at: position(mark), "值不能以这个符号开头，请把整段文字加上引号。")
    }
    if let after = textAfterQuotes(line: mark.line) ?? textAfterQuotes(line: place.line) {
      return after
    }
    let surroundings = context?.text ?? ""
    if words.contains("alias") || surroundings.contains("alias") || surroundings.contains("anchor")
    {
      return Finding(.yamlSyntax, at: position(mark), "以 * 或 & 开头的文字要加引号。")
    }
    return Finding(.yamlSyntax, at: position(mark), "写法不对：请检查这一行和上一行的缩进、冒号后的空格和引号。")
  }

  /// `source: "D:\预算\2021.docx"`: between double quotes a backslash gives what follows it another
  /// meaning, and not everything has one.
  private func escape(_ problem: String, _ mark: YAMLMark) -> Finding? {
    guard problem.contains("escape") || problem.contains("hexdecimal") else { return nil }
    // Of a character by its number (`\u4E00`), libyaml names the place behind the backslash.
    let text = lines.scalars(ofLine: mark.line).prefix(mark.column)
    guard let backslash = text.lastIndex(of: "\\") else { return nil }
    return finding(
      mark.line, backslash,
      "双引号里的反斜杠“\\”有特殊含义，不能这样写。请把外面的双引号改成单引号 '…'，或把“\\”写成“\\\\”，或改用“/”。")
  }

  /// `title: "三公" 经费`: the value ends with its quotes.
  private func textAfterQuotes(line: Int) -> Finding? {
    let text = lines.scalars(ofLine: line)
    guard
      let colon = text.indices.dropLast(2).first(where: {
        text[$0] == ":" && text[$0 + 1] == " " && (text[$0 + 2] == "\"" || text[$0 + 2] == "'")
      })
    else { return nil }
    let quote = text[colon + 2]
    guard let close = text[(colon + 3)...].firstIndex(of: quote),
      let next = text[(close + 1)...].firstIndex(where: { $0 != " " }), text[next] != "#"
    else { return nil }
    return finding(line, next, "引号后面还有文字：请把整段文字放进一对引号里，里面的引号改用“”。")
  }

  private func controlCharacterFinding() -> Finding {
    for line in 1...max(1, lines.count) {
      let text = lines.scalars(ofLine: line)
      if let column = text.firstIndex(where: Self.isForbidden) {
        return finding(line, column, "这里有一个看不见的控制字符，请删去。")
      }
    }
    return Finding(.yamlSyntax, at: SourcePosition(file: file), "文件里有不能使用的字符。")
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private func finding(_ line: Int, _ index: Int, _ message: String) -> Finding {
    Finding(
      .yamlSyntax, at: SourcePosition(file: file, line: line, column: index + 1), message)
  }

  /// The place of `mark`; what is missing at the end of the file, is missing behind its last line.
  private func position(_ mark: YAMLMark) -> SourcePosition {
    guard mark.line > lines.count else {
      return SourcePosition(file: file, line: mark.line, column: mark.column)
    }
    let end = lines.scalars(ofLine: lines.count).count
    return SourcePosition(file: file, line: lines.count, column: end + 1)
  }
}
