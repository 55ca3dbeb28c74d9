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
      let before = line.prefix { " >-*+0123456789.)".utf8.contains($0) }.count
      guard let sign = sign(line.dropFirst(before)) else { return nil }
      return Finding(
        .footnote,
        at: SourcePosition(file: source.file, line: number, column: before + 1),
        length: sign.unicodeScalars.count,
        "正文里没有脚注这种写法，“\(sign.excerpt)”后面的话会丢失，其中的数字也不会核对；请把它写进正文，如放在括号里。")
    }
  }

  /// `[^1]:` at the beginning of a line.
  private static func sign(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "[^".utf8), let end = line.firstIndex(of: UInt8(ascii: "]")),
      line[end...].starts(with: "]:".utf8)
    else { return nil }
    return String(decoding: line[...(end + 1)], as: UTF8.self)
  }
}
