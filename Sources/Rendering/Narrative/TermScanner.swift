import Budget

/// Finds terms in texts. Where terms overlap the longest counts, and quotation marks within a term
/// may be left out or be of another kind: `“三公”经费`, `"三公"经费`, `三公经费`.
struct TermScanner {
  private struct Pattern {
    let anchor: String
    let scalars: [Unicode.Scalar]
    /// Whether a quotation mark before the first character belongs to the term.
    let isQuoted: Bool
  }

  private let patterns: [Pattern]
  /// The patterns' first characters.
  private let beginnings: [Unicode.Scalar]

  /// A scanner for `terms`.
  init(_ terms: [Glossary.Term]) {
    patterns = terms.map { term in
      Pattern(
        anchor: term.anchor,
        scalars: term.words.unicodeScalars.filter { !Self.isQuote($0) },
        isQuoted: term.words.unicodeScalars.first.map(Self.isQuote) ?? false)
    }.filter { !$0.scalars.isEmpty }
      .enumerated().sorted {
        ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset)
      }.map(\.element)
    beginnings = patterns.map { $0.scalars[0] }
  }

  /// The terms in `text` that are not among the `used` ones, which they join.
  func firstUses(in text: String, used: inout Set<String>) -> [Glossary.Mark] {
    guard !patterns.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    var marks: [Glossary.Mark] = []
    var index = 0
    while index < scalars.count {
      guard let (pattern, end) = match(scalars, at: index) else {
        index += 1
        continue
      }
      if used.insert(pattern.anchor).inserted {
        marks.append(Glossary.Mark(range: index..<end, anchor: pattern.anchor))
      }
      // A shorter term within a longer one is not meant, even where the longer one is no news.
      index = end
    }
    return marks
  }

  private func match(_ text: [Unicode.Scalar], at start: Int) -> (Pattern, end: Int)? {
    guard beginnings.contains(text[start]) || Self.isQuote(text[start]) else { return nil }
    for pattern in patterns {
      if let end = end(of: pattern, in: text, from: start) { return (pattern, end) }
    }
    return nil
  }

  private func end(of pattern: Pattern, in text: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    if pattern.isQuoted, Self.isQuote(text[index]) { index += 1 }
    for (offset, scalar) in pattern.scalars.enumerated() {
      while offset > 0, index < text.count, Self.isQuote(text[index]) { index += 1 }
      guard index < text.count, text[index] == scalar else { return nil }
      index += 1
    }
    return index
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "\"", "＂", "‘", "’", "「", "」", "『", "』": true
    default: false
    }
  }
}

/// Marks terms in a part of a page, each at its first use there.
struct TermMarker {
  private let scanner: TermScanner
  private var used: Set<String> = []

  /// A marker of the terms of `glossary`.
  init(_ glossary: Glossary) {
    scanner = glossary.scanner
  }

  /// Appends words in which terms link to their explanations; the words stay as they are.
  mutating func append(_ words: String, to html: inout HTMLBuffer) {
    let marks = scanner.firstUses(in: words, used: &used)
    Self.append(words, marks, to: &html)
  }

  /// Appends words with the `marks` found in them.
  static func append(_ words: String, _ marks: [Glossary.Mark], to html: inout HTMLBuffer) {
    guard !marks.isEmpty else { return html.text(words) }
    let scalars = Array(words.unicodeScalars)
    var done = 0
    for mark in marks {
      html.text(string(scalars[done..<mark.range.lowerBound]))
      html.raw("<a class=\"term\" href=\"#")
      html.text(LinkFragment.encoded(mark.anchor))
      html.raw("\">")
      html.text(string(scalars[mark.range]))
      html.raw("</a>")
      done = mark.range.upperBound
    }
    html.text(string(scalars[done...]))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
