import Budget

/// A tag of a template and where it stands, so that errors can name the place.
struct TemplateTag: Sendable {
  /// What the tag names.
  let name: String
  /// Whether it includes another template.
  let isPartial: Bool
  /// Where the name stands.
  let position: SourcePosition

  /// The part of the name before the first point; the rest is looked up within it.
  var firstComponent: String {
    String(name.split(separator: ".").first ?? "")
  }

  /// Whether it applies a function of the engine: `uppercased(title)`.
  var callsFunction: Bool { name.contains("(") }

  /// All tags of a template that name something; comments and closing tags do not.
  static func all(in source: String, file: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (offset, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let scalars = Array(line.unicodeScalars)
      var index = 0
      while index + 1 < scalars.count {
        guard scalars[index] == "{", scalars[index + 1] == "{" else {
          index += 1
          continue
        }
        index += 2
        if let tag = tag(in: scalars, from: &index, file: file, line: offset + 1) {
          tags.append(tag)
        }
      }
    }
    return tags
  }

  private static func tag(
    in scalars: [Unicode.Scalar], from index: inout Int, file: String, line: Int
  ) -> TemplateTag? {
    var kind: Unicode.Scalar?
    while index < scalars.count, "{&#^<>/!$% =".unicodeScalars.contains(scalars[index]) {
      if scalars[index] != " ", kind == nil { kind = scalars[index] }
      index += 1
    }
    let start = index
    while index < scalars.count, scalars[index] != "}", scalars[index] != " " { index += 1 }
    // `$` names a block that a page may replace, not a value.
    guard index > start, kind != "!", kind != "/", kind != "$", kind != "%", kind != "=" else {
      return nil
    }
    return TemplateTag(
      name: scalars[start..<index].text,
      isPartial: kind == "<" || kind == ">",
      position: SourcePosition(file: file, line: line, column: start + 1))
  }
}
