import Mustache

/// What a page provides to its template, by name, as the engine wants it.
///
/// It notes every name that the template uses and the page does not provide; the engine alone would
/// print nothing there, and a misspelt name would go unseen.
final class PageContext: MustacheParent {
  private let values: [String: Any]
  private(set) var missing: Set<String> = []

  /// A page that provides `values`, with placeholders for its leaves. Texts are given as they are
  /// if `withTexts`, for templates that do something with them.
  init(_ values: TemplateValues, withTexts: Bool) {
    var converter = Converter(withTexts: withTexts)
    self.values = converter.mapping(values)
  }

  /// The value of a name. The engine asks here last, after all surrounding sections.
  func child(named name: String) -> Any? {
    if let value = values[name] { return value }
    missing.insert(name)
    return nil
  }

  /// Makes the engine's values of ours, counting the leaves as ``PageShape`` does.
  private struct Converter {
    let withTexts: Bool
    var leaves = 0

    mutating func mapping(_ values: TemplateValues) -> [String: Any] {
      var mapping: [String: Any] = [:]
      for entry in values.entries { mapping[entry.name] = value(entry.value) }
      return mapping
    }

    private mutating func value(_ value: TemplateValue) -> Any {
      switch value {
      case .none: return false
      case .text(let text):
        let placeholder = text.isEmpty ? "" : leaf()
        return withTexts ? text : placeholder
      case .markup: return leaf()
      case .mapping(let values): return mapping(values)
      case .list(let elements):
        var list: [[String: Any]] = []
        for values in elements { list.append(mapping(values)) }
        return list
      }
    }

    private mutating func leaf() -> String {
      defer { leaves += 1 }
      return PageSkeleton.placeholder(for: leaves)
    }
  }
}
