import Budget

/// Reads Markdown as far as searching needs it: headings, paragraphs, list items.
enum SampleNarrative {
  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("!") {
      let position = SourcePosition(file: "narrative.md")
      if let match = line.firstMatch(of: #/^(#+) (.*)/#) {
        let words = String(match.2)
        blocks.append(
          .heading(
            Heading(
              level: match.1.count, content: [.text(words, position)],
              anchor: words.filter { !$0.isWhitespace }, position: position)))
      } else {
        let words = String(line.replacing(#/^ *(?:- |\d+\. +)/#, with: ""))
        blocks.append(.paragraph([.text(words, position)], position))
      }
    }
    return blocks
  }
}
