import Budget

/// The terms that a report explains itself, in its section 名词解释.
struct Glossary {
  /// An explained term.
  struct Term {
    /// The term as the report writes it: “三公”经费.
    let words: String
    /// The id of its explanation.
    let anchor: String
  }

  /// A use of a term within a text: the characters (Unicode scalars) from…to.
  struct Mark {
    let range: Range<Int>
    let anchor: String
  }

  /// The terms in the order of the section.
  let terms: [Term]
  /// Finds the terms in texts.
  let scanner: TermScanner

  /// The glossary of `narrative`; without such a section, an empty one.
  init(_ narrative: Narrative) {
    var terms: [Term] = []
    var isGlossary = false
    for block in narrative.blocks {
      switch block {
      case .heading(let heading): isGlossary = Self.isHeading(heading.content)
      case .list(_, let items) where isGlossary:
        for item in items {
          guard let words = Self.term(item),
            !terms.contains(where: { $0.words.hasSameBytes(as: words) })
          else { continue }
          terms.append(Term(words: words, anchor: "term-" + RowName.withoutSpaces(words)))
        }
      default: break
      }
    }
    self.terms = terms
    scanner = TermScanner(terms)
  }

  /// Whether a heading says that terms are explained under it.
  static func isHeading(_ content: [Inline]) -> Bool {
    let words = RowName.withoutSpaces(content.plainText)
    return ["名词解释", "名称解释", "名词术语"].contains { words.containsBytes(of: $0) }
  }

  /// The explained term of a list's item, `术语：解释`; `nil` where it explains none.
  static func term(_ item: [Block]) -> String? {
    guard case .paragraph(let content, _)? = item.first,
      case .text(let words, _)? = content.first,
      let colon = words.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" })
    else { return nil }
    let term = words[..<colon].trimmingSpaces
    return term.isEmpty || term.unicodeScalars.count > 40 ? nil : term
  }

  /// The anchor of a list's item.
  func anchor(_ item: [Block]) -> String? {
    Self.term(item).flatMap { words in terms.first { $0.words.hasSameBytes(as: words) }?.anchor }
  }

  /// The first use of each term in the running text: not in headings, links, figures, the printed
  /// contents or the glossary itself. By the place of the text in the source.
  func firstUses(in narrative: Narrative) -> [SourcePosition: [Mark]] {
    guard !terms.isEmpty else { return [:] }
    var search = TermSearch(scanner: scanner)
    var isRunningText = true
    for block in narrative.blocks {
      if case .heading(let heading) = block {
        isRunningText =
          !Self.isHeading(heading.content) && !PrintedContents.isHeading(heading.content)
      } else if isRunningText {
        search.block(block)
      }
    }
    return search.marks
  }
}

/// Goes through running text and notes the first use of each term.
private struct TermSearch {
  let scanner: TermScanner
  var used: Set<String> = []
  var marks: [SourcePosition: [Glossary.Mark]] = [:]

  mutating func block(_ block: Block) {
    switch block {
    case .paragraph(let content, _): inlines(content)
    case .list(_, let items): for inner in items.joined() { self.block(inner) }
    case .quote(let blocks): for inner in blocks { self.block(inner) }
    case .heading, .code, .thematicBreak, .placement: break
    }
  }

  private mutating func inlines(_ content: [Inline]) {
    for inline in content {
      switch inline {
      case .text(let words, let position):
        let found = scanner.firstUses(in: words, used: &used)
        if !found.isEmpty { marks[position] = found }
      case .emphasis(let inner), .strong(let inner): inlines(inner)
      case .softBreak, .lineBreak, .code, .link, .image, .figure: break
      }
    }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmingSpaces: String {
    var rest = unicodeScalars
    while let first = rest.first, first.isSpace { rest.removeFirst() }
    while let last = rest.last, last.isSpace { rest.removeLast() }
    return String(rest)
  }
}
