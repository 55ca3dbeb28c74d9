import Budget

/// Looks for footnotes, `[^1]: 内容`. Markdown has none: it takes the words for the address of a link,
/// or leaves them out where no link refers to them.
enum Footnotes {
  /// A finding at each footnote's words.
  static func findings(in source: SourceText) -> [Finding] {
    guard source.bytes.index(of: UInt8(ascii: "^")) != nil else { return [] }
    let lines = SourceLines(source)
    return (1...lines.count).compactMap { number in
      let line = lines.bytes(ofLine: number, fromColumn: 1)
      // Quotations and lists have them, too.
      let words = withoutMarks(line)
      guard let sign = sign(words) else { return nil }
      let column = words.startIndex - line.startIndex + 1
      return Finding(
        .footnote, at: SourcePosition(file: source.file, line: number, column: column),
        length: sign.unicodeScalars.count,
        "正文里没有脚注这种写法，“\(sign.excerpt)”后面的话会丢失，其中的数字也不会核对；请把它写进正文，如放在括号里。")
    }
  }

  /// A line without the marks of quotations and lists at its beginning: `> `, `- `, `1. `.
  private static func withoutMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line.drop(while: isBetweenMarks)
    while let end = rest.firstIndex(where: isBetweenMarks), isListMark(rest[..<end]) {
      rest = rest[end...].drop(while: isBetweenMarks)
    }
    return rest
  }

  private static func isBetweenMarks(_ byte: UInt8) -> Bool { " \t>".utf8.contains(byte) }

  /// A number is a mark only with its sign, `3.5` is none, and only up to nine digits.
  private static func isListMark(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last else { return false }
    if word.count == 1 { return "-*+".utf8.contains(last) }
    return ".)".utf8.contains(last) && word.count <= 10
      && word.dropLast().allSatisfy("0123456789".utf8.contains)
  }

  /// `[^1]:` at the beginning of a line.
  private static func sign(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "[^".utf8), let end = line.firstIndex(of: UInt8(ascii: "]")),
      line[end...].starts(with: "]:".utf8)
    else { return nil }
    return String(decoding: line[...(end + 1)], as: UTF8.self)
  }
}
