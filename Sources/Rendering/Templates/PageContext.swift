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
    var reader = Reader(rest: values.shape[...], values: values, withTexts: withTexts)
    self.values = reader.mapping()
  }

  /// The value of a name. The engine asks here last, after all surrounding sections.
  func child(named name: String) -> Any? {
    if let value = values[name] { return value }
    missing.insert(name)
    return nil
  }

  /// Makes the engine's values of a shape and its leaves.
  private struct Reader {
    /// The shape as far as it was not read.
    var rest: ArraySlice<UInt8>
    let values: TemplateValues
    let withTexts: Bool
    var leaves = 0

    /// Reads values with names up to their end.
    mutating func mapping() -> [String: Any] {
      var mapping: [String: Any] = [:]
      while take(ShapeMark.name) {
        let name = rest.prefix { $0 > ShapeMark.element }
        rest = rest[name.endIndex...]
        mapping[String(decoding: name, as: UTF8.self)] = value()
      }
      return mapping
    }

    private mutating func value() -> Any {
      switch rest.removeFirst() {
      case ShapeMark.emptyText: return ""
      case ShapeMark.leaf: return leaf()
      case ShapeMark.mapping:
        defer { _ = take(ShapeMark.end) }
        return mapping()
      case ShapeMark.list:
        defer { _ = take(ShapeMark.end) }
        var list: [[String: Any]] = []
        while take(ShapeMark.element) {
          list.append(mapping())
          _ = take(ShapeMark.end)
        }
        return list
      default: return false
      }
    }

    private mutating func leaf() -> String {
      defer { leaves += 1 }
      if withTexts, let text = values.text(values.leaves[leaves]) { return text }
      return PageSkeleton.placeholder(for: leaves)
    }

    /// Reads a mark if it comes next.
    private mutating func take(_ mark: UInt8) -> Bool {
      guard rest.first == mark else { return false }
      rest.removeFirst()
      return true
    }
  }
}
