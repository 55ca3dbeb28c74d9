import Budget

extension InlineReader {
  /// Warns of a table drawn with signs: the line under its head, `|---|---:|`, gives it away.
  mutating func reportTable(in paragraph: [Inline]) {
    for case .text(let words, let position) in paragraph where Self.isUnderHead(words) {
      findings.append(
        Finding(
          .tableNotation, at: position, length: words.unicodeScalars.count, severity: .warning,
          "正文里不能这样画表格，竖线会原样显示，各行连在一起；请把数据放进 tables 文件夹里的表，这里用文字说明，或改写成列表。"))
      return
    }
  }

  private static func isUnderHead(_ words: String) -> Bool {
    words.utf8.contains(UInt8(ascii: "|")) && words.utf8.contains(UInt8(ascii: "-"))
      && words.utf8.allSatisfy { "|-: ".utf8.contains($0) }
  }
}
