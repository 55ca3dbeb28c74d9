import Budget

/// Why a text is not YAML, and what would make it so if that is plain.
struct YAMLSlip {
  /// What is said of it.
  let finding: Finding
  /// Where in the text's bytes a colon stands that is of full width, or has no space behind it.
  let colon: Int?

  init(_ finding: Finding, colon: Int? = nil) {
    self.finding = finding
    self.colon = colon
  }

  /// The text with the colon that is meant; `nil` if there is more wrong than a colon.
  func corrected(_ source: SourceText) -> SourceText? {
    guard let colon else { return nil }
    var bytes = source.bytes
    let length = bytes[colon] == UInt8(ascii: ":") ? 1 : "：".utf8.count
    bytes.replaceSubrange(colon..<(colon + length), with: ": ".utf8)
    return SourceText(file: source.file, bytes: bytes, encoding: source.encoding)
  }
}

extension YAMLSlip {
  /// As many as are said of one file.
  private static let limit = 20

  /// What is wrong with a text in which a parser met `problem`. It stops at the first; since whoever
  /// writes one colon of full width writes all of them so, the text is read again as it is meant.
  static func findings(_ problem: YAMLProblem, in source: SourceText) -> [Finding] {
    var (source, next) = (source, Optional(problem))
    var found: [Int: Finding] = [:]
    while let problem = next, found.count < limit {
      let slip = YAMLSyntaxExplanation(source: source, lines: SourceLines(source))
        .slip(for: problem)
      let line = slip.finding.position.line
      // The columns of a line with a correction are no more those of the file.
      guard found[line] == nil else { break }
      found[line] = slip.finding
      guard let corrected = slip.corrected(source) else { break }
      source = corrected
      next = YAMLParser.problem(in: source)
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
