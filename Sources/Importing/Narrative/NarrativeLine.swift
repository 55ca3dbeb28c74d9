/// A line of the narrative, read from a paragraph.
struct NarrativeLine {
  /// The words without white space around them.
  let text: String
  /// What the file says it is.
  let role: ImportedDocument.Paragraph.Role
  /// Its place among all blocks.
  let block: Int
  /// The number before it.
  let number: OutlineNumber?
  /// Where it stood.
  let place: Place

  /// A line of a paragraph.
  init(_ paragraph: ImportedDocument.Paragraph, block: Int) {
    text = paragraph.text.visible.trimmedText
    role = paragraph.role
    self.block = block
    number = OutlineNumber(text)
    place = paragraph.place
  }

  /// Whether it is what Word leaves of an empty list item: a number and nothing else.
  var isEmptyItem: Bool {
    guard let number, number.rank >= .item else { return false }
    return text.count == number.length
  }

  /// Whether it ends or is divided like a sentence.
  var isSentence: Bool {
    text.contains { "。；;！？".contains($0) } || "，,、".contains(text.last ?? " ")
  }
}
