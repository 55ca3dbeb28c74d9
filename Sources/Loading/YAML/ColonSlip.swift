import Budget

/// A colon behind a line's first word that does not make it a key: it is of full width or similar, or
/// has no space behind it. In a text it may well be meant.
struct ColonSlip {
  /// What is said of it.
  let finding: Finding
  /// Whether the word is of such letters as all keys of our own are.
  let isOfKey: Bool
  /// The colon's place in the text's bytes.
  let range: Range<Int>

  var line: Int { finding.position.line }

  /// The colons of full width and those that look like one.
  private static let others: Set<Unicode.Scalar> = ["：", "︰", "﹕", "∶"]

  /// The slip in a line; `nil` if it has none.
  init?(inLine line: Int, of lines: SourceLines, file: String) {
    let text = lines.scalars(ofLine: line)
    guard let name = Self.name(in: text), let end = Self.colon(behind: name, in: text) else {
      return nil
    }
    let message: String
    if Self.others.contains(text[end]) {
      message = "键后面用了中文冒号“\(text[end])”，请改为英文冒号加一个空格“: ”。"
    } else if end + 1 < text.count, text[end + 1] != " ", text[end + 1] != "/" {
      // An address, as http://, is no slip.
      message = "冒号后面要有一个空格：“\(String(String.UnicodeScalarView(text[name]))): …”。"
    } else {
      return nil
    }
    finding = Finding(
      .yamlSyntax, at: SourcePosition(file: file, line: line, column: end + 1), message)
    isOfKey = text[name].allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }
    let byte = lines.bytes(ofLine: line, fromColumn: end + 1).startIndex
    range = byte..<(byte + String(text[end]).utf8.count)
  }

  /// Whether a line has a key as it should be.
  static func isKey(_ line: Int, of lines: SourceLines) -> Bool {
    let text = lines.scalars(ofLine: line)
    guard let name = name(in: text), let end = colon(behind: name, in: text) else { return false }
    return text[end] == ":" && (end + 1 == text.count || text[end + 1] == " ")
  }

  /// The first word, behind the signs of lists.
  private static func name(in text: [Unicode.Scalar]) -> Range<Int>? {
    var start = text.prefix { $0 == " " }.count
    while start + 1 < text.count, text[start] == "-", text[start + 1] == " " {
      start += 1 + text[(start + 1)...].prefix { $0 == " " }.count
    }
    let name = text[start...].prefix { $0 != " " && $0 != "#" && $0 != ":" && !others.contains($0) }
    return name.isEmpty ? nil : name.indices
  }

  /// The colon behind a word, with or without spaces between them.
  private static func colon(behind name: Range<Int>, in text: [Unicode.Scalar]) -> Int? {
    let colon = text[name.upperBound...].firstIndex { $0 != " " }
    return colon.flatMap { text[$0] == ":" || others.contains(text[$0]) ? $0 : nil }
  }
}
