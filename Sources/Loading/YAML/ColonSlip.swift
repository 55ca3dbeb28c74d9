import Budget

/// A colon behind a line's first word that does not make it a key: it is of full width, or has no space
/// behind it. In a text it may well be meant.
struct ColonSlip {
  /// What is said of it.
  let finding: Finding
  /// Whether the word is of such letters as all keys of our own are.
  let isOfKey: Bool
  /// The colon's place in the text's bytes.
  private let range: Range<Int>

  /// The slip in a line; `nil` if it has none.
  init?(inLine line: Int, of lines: SourceLines, file: String) {
    let text = lines.scalars(ofLine: line)
    var start = text.prefix { $0 == " " }.count
    while start + 1 < text.count, text[start] == "-", text[start + 1] == " " { start += 2 }
    let name = text[start...].prefix { $0 != ":" && $0 != "：" && $0 != " " && $0 != "#" }
    let end = name.endIndex
    guard let first = name.first, first != "\"", first != "'", end < text.count else { return nil }
    let message: String
    if text[end] == "：" {
      message = "键后面用了中文冒号“：”，请改为英文冒号加一个空格“: ”。"
    } else if text[end] == ":", end + 1 < text.count, text[end + 1] != " " {
      message = "冒号后面要有一个空格：“\(String(String.UnicodeScalarView(name))): …”。"
    } else {
      return nil
    }
    finding = Finding(
      .yamlSyntax, at: SourcePosition(file: file, line: line, column: end + 1), message)
    isOfKey = name.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }
    let byte = lines.bytes(ofLine: line, fromColumn: end + 1).startIndex
    range = byte..<(byte + String(text[end]).utf8.count)
  }

  /// The text with the colon that is meant.
  func corrected(_ source: SourceText) -> SourceText {
    var bytes = source.bytes
    bytes.replaceSubrange(range, with: ": ".utf8)
    return SourceText(file: source.file, bytes: bytes, encoding: source.encoding)
  }

  /// Where in the text itself that is which is at a place of the corrected one: there is a space more.
  func original(_ place: YAMLMark) -> YAMLMark {
    let colon = finding.position
    guard place.line == colon.line, place.column > colon.column else { return place }
    return YAMLMark(line: place.line, column: place.column - 1)
  }
}
