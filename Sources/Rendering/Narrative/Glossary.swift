import Budget

/// The terms that a report explains itself, in its section 名词解释.
struct Glossary {
  /// An explained term.
  struct Term {
    /// The term as the report writes it: “三公”经费.
    let words: String
    /// The id of its explanation.
    let anchor: String

    /// The term that `words` are.
    init(_ words: String) {
      self.words = words
      anchor = "term-" + RowName.withoutSpaces(words)
    }
  }

  /// How a list's item explains a term: `术语：解释`.
  struct Explanation {
    let term: Term
    /// What stands before the term, which is white space.
    let before: Substring
    /// What stands behind it in the same text.
    let after: Substring
  }

  /// So many are found in texts, of which each is compared with all; a report has a dozen or two.
  private static let limit = 500

  /// The terms in the order of the section.
  let terms: [Term]
  /// Finds the terms in texts.
  let scanner: TermScanner

  /// The glossary of `narrative`; without such a section, an empty one.
  init(_ narrative: Narrative) {
    var terms: [Term] = []
    var section = SectionKind.text
    for block in narrative.blocks {
      switch block {
      case .heading(let heading): section = SectionKind(under: heading)
      case .list(_, let items) where section == .glossary:
        for item in items {
          guard terms.count < Self.limit, let term = Self.explanation(item)?.term,
            !terms.contains(where: { $0.anchor.hasSameBytes(as: term.anchor) })
          else { continue }
          terms.append(term)
        }
      default: break
      }
    }
    self.terms = terms
    scanner = TermScanner(terms)
  }

  /// The explanation that a list's item of the section is; `nil` where it explains no term.
  static func explanation(_ item: [Block]) -> Explanation? {
    guard case .paragraph(let content, _)? = item.first,
      case .text(let words, _)? = content.first,
      let colon = words.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" })
    else { return nil }
    let scalars = words.unicodeScalars[..<colon]
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return nil }
    let end = scalars.index(after: last)
    guard scalars[first..<end].count <= 40 else { return nil }
    return Explanation(
      term: Term(String(words[first..<end])), before: words[..<first], after: words[end...])
  }
}
