import Budget

extension InlineReader {
  /// Warns of a paragraph that was meant to be a heading: `##（一）收入预算` has no space behind the
  /// signs, or a full-width one, and would be shown with them.
  mutating func reportHeading(in paragraph: [Inline]) {
    guard case .text(let words, let position)? = paragraph.first else { return }
    let signs = words.unicodeScalars.prefix { $0 == "#" || $0 == "＃" }
    guard (1...6).contains(signs.count), signs.endIndex < words.endIndex else { return }
    // `#1` and `#A` are names.
    let next = words.unicodeScalars[signs.endIndex]
    guard signs.count > 1 || signs.first != "#" || !next.isASCII else { return }
    findings.append(
      Finding(
        .headingNotation, at: position, length: signs.count, severity: .warning,
        "这一行没有成为标题，“\(String(signs))”会原样显示；标题要写成英文的“#”，后面空一个英文空格，如“\(String(repeating: "#", count: signs.count)) 一、收入预算说明”。"
      ))
  }
}
