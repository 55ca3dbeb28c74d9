import Mustache

/// What a page provides to its template, by name.
///
/// It notes every name that the template uses and the page does not provide; the engine alone would
/// print nothing there, and a misspelt name would go unseen.
final class PageContext: MustacheParent {
  private let values: [String: Any]
  private(set) var missing: Set<String> = []

  /// A page that provides `values`.
  init(_ values: [String: Any]) {
    self.values = values
  }

  /// The value of a name. The engine asks here last, after all surrounding sections.
  func child(named name: String) -> Any? {
    if let value = values[name] { return value }
    missing.insert(name)
    return nil
  }
}
