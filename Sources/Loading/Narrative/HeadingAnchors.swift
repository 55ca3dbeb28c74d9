import Budget

/// Makes the ids of headings: their words without white space, no two the same, and none that the
/// page has itself.
struct HeadingAnchors {
  private var used: Set<ExactText> = []
  /// The next number for words that stand over several sections.
  private var next: [ExactText: Int] = [:]

  /// The anchor for a heading of these words.
  mutating func anchor(for words: String) -> String {
    let safe = Self.safe(words)
    let base = safe.isEmpty ? "section" : PageIDs.isOwn(safe) ? "section-" + safe : safe
    if used.insert(ExactText(base)).inserted { return base }
    while true {
      let number = next[ExactText(base), default: 2]
      next[ExactText(base)] = number + 1
      let anchor = "\(base)-\(number)"
      if used.insert(ExactText(anchor)).inserted { return anchor }
    }
  }

  /// The characters of `words` that may stand in an id, mostly all.
  private static func safe(_ words: String) -> String {
    if words.unicodeScalars.allSatisfy(isSafe) { return words }
    var scalars = String.UnicodeScalarView()
    for scalar in words.unicodeScalars where isSafe(scalar) { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether a character may stand in an id and in an address behind `#`.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{4E00}"..."\u{9FFF}":
      return true
    // Chinese punctuation, as the general categories below have it, without looking it up.
    case "、"..."】", "！"..."～", "‘"..."‟":
      return true
    case "\"", "'", "<", ">", "&", "#", "%", "?", "/", "\\", "[", "]", "{", "}", "|", "^", "`", "=":
      return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      false
    default: true
    }
  }
}
