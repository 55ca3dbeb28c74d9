extension String {
  /// The text of a cell for a message, cut where it is long.
  package var excerpt: String { excerpt(upTo: 24) }

  /// A text for a message that is longer than a cell's words: a path, a formula, a value that is not
  /// allowed.
  package var longExcerpt: String { excerpt(upTo: 80) }

  /// The text for a message, with no more characters than `length`.
  private func excerpt(upTo length: Int) -> String {
    let scalars = unicodeScalars.prefix(length + 1)
    guard scalars.count > length else { return self }
    return scalars.prefix(length).text + "…"
  }
}
