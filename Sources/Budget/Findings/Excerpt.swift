extension String {
  /// The text of a cell for a message, cut where it is long.
  package var excerpt: String { excerpt(upTo: 24) }

  /// A text for a message that is longer than a cell's words: a path, a formula, a value that is not
  /// allowed.
  package var longExcerpt: String { excerpt(upTo: 80) }

  /// A message as far as anybody reads it: the middle is left out where words of the content make it
  /// long, for what to do stands at the end.
  var readableMessage: String {
    let most = 1000
    guard utf8.count > most else { return self }
    let scalars = unicodeScalars
    guard scalars.count > most else { return self }
    return scalars.prefix(most * 2 / 3).text + "……" + scalars.suffix(most / 3).text
  }

  /// The text for a message, with no more characters than `length`.
  private func excerpt(upTo length: Int) -> String {
    let scalars = unicodeScalars.prefix(length + 1)
    guard scalars.count > length else { return self }
    return scalars.prefix(length).text + "…"
  }
}
