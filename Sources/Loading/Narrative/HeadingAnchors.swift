/// Makes the ids of headings: their words without white space, and no two the same.
struct HeadingAnchors {
  private var used: Set<String> = []

  /// The anchor for a heading of these words.
  mutating func anchor(for words: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: words.unicodeScalars.filter(Self.isSafe))
    let base = scalars.isEmpty ? "section" : String(scalars)
    var anchor = base
    var number = 2
    while !used.insert(anchor).inserted {
      anchor = "\(base)-\(number)"
      number += 1
    }
    return anchor
  }

  /// Whether a character may stand in an id and in an address behind `#`.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{4E00}"..."\u{9FFF}":
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
