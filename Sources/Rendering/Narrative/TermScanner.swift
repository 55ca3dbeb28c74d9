import Budget

/// Finds terms in texts. Where terms overlap the longest counts, and quotation marks within a term
/// may be left out or be of another kind: `“三公”经费`, `"三公"经费`, `三公经费`.
struct TermScanner {
  private struct Pattern {
    let anchor: String
    /// Which of the anchors it is; terms that differ in white space share one.
    let use: Int
    /// The term without quotation marks.
    let characters: [UTF8Character]
    /// Whether a quotation mark before the first character belongs to the term.
    let isQuoted: Bool
  }

  /// A term in a text.
  struct Match {
    let anchor: String
    /// Which of the anchors it is.
    let use: Int
    /// Its bytes.
    let range: Range<Int>
  }

  /// How many anchors the terms have.
  let anchors: Int
  private let patterns: [Pattern]
  private let beginnings: CharacterSieve

  /// A scanner for `terms`.
  init(_ terms: [Glossary.Term]) {
    var anchors: [String] = []
    patterns = terms.map { term in
      let use = anchors.firstIndex { $0.hasSameBytes(as: term.anchor) } ?? anchors.count
      if use == anchors.count { anchors.append(term.anchor) }
      let characters = term.words.unicodeScalars.map(UTF8Character.init)
      return Pattern(
        anchor: term.anchor, use: use, characters: characters.filter { !$0.isQuote },
        isQuoted: characters.first?.isQuote ?? false)
    }.filter { !$0.characters.isEmpty }
      .enumerated().sorted {
        ($1.element.characters.count, $0.offset) < ($0.element.characters.count, $1.offset)
      }.map(\.element)
    self.anchors = anchors.count
    beginnings = CharacterSieve(patterns.map { $0.characters[0] } + UTF8Character.quotes)
  }

  /// The first term in `text` at or behind the byte `start`.
  func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    var index = start
    while index < text.count {
      let length = UTF8Character.length(beginningWith: text[index])
      if beginnings.mayHold(text, index, length), let match = match(text, at: index) {
        return match
      }
      index += length
    }
    return nil
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    for pattern in patterns {
      if let end = end(of: pattern, in: text, from: start) {
        return Match(anchor: pattern.anchor, use: pattern.use, range: start..<end)
      }
    }
    return nil
  }

  private func end(
    of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    if pattern.isQuoted { skipQuote(in: text, &index) }
    var isFirst = true
    for character in pattern.characters {
      if !isFirst { while skipQuote(in: text, &index) {} }
      isFirst = false
      guard index < text.count, UTF8Character(text, at: index) == character else { return nil }
      index += UTF8Character.length(beginningWith: text[index])
    }
    return index
  }

  @discardableResult
  private func skipQuote(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    guard index < text.count, UTF8Character(text, at: index).isQuote else { return false }
    index += UTF8Character.length(beginningWith: text[index])
    return true
  }
}

/// Marks terms in a part of a page, each at its first use there.
struct TermMarker {
  private let scanner: TermScanner
  private var isUsed: [Bool]
  /// How many terms were not used yet.
  private var unused: Int

  /// A marker of the terms that `scanner` finds.
  init(_ scanner: TermScanner) {
    self.scanner = scanner
    isUsed = Array(repeating: false, count: scanner.anchors)
    unused = scanner.anchors
  }

  /// Appends words in which terms link to their explanations; the words stay as they are.
  mutating func append(_ words: String, to html: inout HTMLBuffer) {
    guard unused > 0 else { return html.text(words) }
    words.withBytes { text in
      var done = 0
      // A shorter term within a longer one is not meant, even where the longer one is no news.
      var next = 0
      while unused > 0, let match = scanner.firstMatch(in: text, from: next) {
        next = match.range.upperBound
        if isUsed[match.use] { continue }
        isUsed[match.use] = true
        unused -= 1
        html.text(UnsafeBufferPointer(rebasing: text[done..<match.range.lowerBound]))
        html.raw("<a class=\"term\" href=\"#")
        html.fragment(match.anchor)
        html.raw("\">")
        html.text(UnsafeBufferPointer(rebasing: text[match.range]))
        html.raw("</a>")
        done = next
      }
      html.text(UnsafeBufferPointer(rebasing: text[done...]))
    }
  }
}
