import Budget

/// What the blocks under a heading are to the page.
enum SectionKind {
  /// The list of contents that the disclosure itself prints (目录).
  case contents
  /// The terms that the disclosure explains (名词解释).
  case glossary
  /// Running text.
  case text

  /// The kind that a heading announces.
  init(under heading: Heading) {
    let words = RowName.withoutSpaces(heading.content.words)
    if words.hasSameBytes(as: "目录") {
      self = .contents
    } else if ["名词解释", "名称解释", "名词术语"].contains(where: { words.containsBytes(of: $0) }) {
      self = .glossary
    } else {
      self = .text
    }
  }
}

extension [Inline] {
  /// The words alone, as a reader hears them; nearly always they are one text.
  var words: String {
    if count == 1, case .text(let words, _) = self[0] { return words }
    return plainText
  }
}
