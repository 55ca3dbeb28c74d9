import Budget

/// A tag of a template and where it stands, so that errors can name the place.
struct TemplateTag: Sendable {
  /// What a tag is for.
  enum Kind: Sendable {
    /// `{{title}}`: it uses what the page provides.
    case value
    /// `{{#rows}}`, `{{^rows}}`: it begins what depends on what the page provides.
    case section
    /// `{{>pager}}`: it includes another template.
    case include
    /// `{{<layout}}`: it begins what goes into another template.
    case parent
    /// `{{$main}}`: it begins what another template may replace, or what replaces it.
    case block
    /// `{{/main}}`: it ends what began.
    case end
    /// `{{=<% %>=}}`: from here on, tags are written otherwise.
    case delimiters
  }

  /// What the tag is for.
  let kind: Kind
  /// What the tag names.
  let name: String
  /// Where the name stands.
  let position: SourcePosition

  /// Whether it names another template.
  var isPartial: Bool { kind == .include || kind == .parent }

  /// Whether it uses what the page provides.
  var isValue: Bool { kind == .value || kind == .section }

  /// The part of the name before the first point; the rest is looked up within it.
  var firstComponent: String {
    String(name.split(separator: ".").first ?? "")
  }

  /// Whether it applies a function of the engine: `uppercased(title)`.
  var callsFunction: Bool { name.contains("(") }

  /// All tags of a template that name something; comments do not.
  static func all(in source: String, file: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var isInComment = false
    for (offset, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let scalars = Array(line.unicodeScalars)
      var index = 0
      while index + 1 < scalars.count {
        if isInComment {
          isInComment = scalars[index] != "}" || scalars[index + 1] != "}"
          index += isInComment ? 1 : 2
          continue
        }
        guard scalars[index] == "{", scalars[index + 1] == "{" else {
          index += 1
          continue
        }
        index += 2
        if scalars[index...].first == "!" {
          isInComment = true
        } else if let tag = tag(in: scalars, from: &index, file: file, line: offset + 1) {
          tags.append(tag)
        }
      }
    }
    return tags
  }

  /// Whether a template has nothing but white space and comments.
  static func isNothing(in source: String) -> Bool {
    var rest = source.drop(while: \.isWhitespace)
    while rest.hasPrefix("{{!"), let end = rest.firstRange(of: "}}") {
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty
  }

  private static func tag(
    in scalars: [Unicode.Scalar], from index: inout Int, file: String, line: Int
  ) -> TemplateTag? {
    if scalars[index...].first == "=" {
      return TemplateTag(
        kind: .delimiters, name: "=",
        position: SourcePosition(file: file, line: line, column: index + 1))
    }
    var sign: Unicode.Scalar?
    while index < scalars.count, "{&#^<>/!$% =".unicodeScalars.contains(scalars[index]) {
      if scalars[index] != " ", sign == nil { sign = scalars[index] }
      index += 1
    }
    let start = index
    while index < scalars.count, scalars[index] != "}", scalars[index] != " " { index += 1 }
    guard index > start, let kind = Kind(sign: sign) else { return nil }
    return TemplateTag(
      kind: kind, name: scalars[start..<index].text,
      position: SourcePosition(file: file, line: line, column: start + 1))
  }
}

extension TemplateTag.Kind {
  /// The kind that a sign at the beginning of a tag stands for; `nil` if it names nothing.
  fileprivate init?(sign: Unicode.Scalar?) {
    switch sign {
    case ">": self = .include
    case "<": self = .parent
    case "$": self = .block
    case "/": self = .end
    case "#", "^": self = .section
    case "!", "%", "=": return nil
    default: self = .value
    }
  }
}
