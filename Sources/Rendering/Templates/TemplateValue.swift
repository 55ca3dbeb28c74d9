/// What a page provides to its template under a name.
enum TemplateValue {
  /// Nothing to say: a section over it is left out.
  case none
  /// Words of the content, which the template prints with two braces.
  case text(String)
  /// Finished markup, which it prints with three.
  case markup([UInt8])
  /// Values that have names of their own.
  case mapping(TemplateValues)
  /// Such values again and again.
  case list([TemplateValues])

  /// A condition: a section over it is there if it is set.
  static func flag(_ isSet: Bool) -> TemplateValue { isSet ? .mapping([:]) : .none }

  /// The text, if there is one.
  static func ifAny(_ text: String?) -> TemplateValue {
    guard let text, !text.isEmpty else { return .none }
    return .text(text)
  }

  /// The markup, if there is any.
  static func ifAny(_ markup: [UInt8]) -> TemplateValue {
    markup.isEmpty ? .none : .markup(markup)
  }
}

/// Values by their names; of two with the same name the later counts.
struct TemplateValues: ExpressibleByDictionaryLiteral {
  /// In the order given, which is the same for all pages of a kind.
  private(set) var entries: [Entry]

  struct Entry {
    let name: String
    let value: TemplateValue
  }

  init(dictionaryLiteral elements: (String, TemplateValue)...) {
    entries = elements.map { Entry(name: $0.0, value: $0.1) }
  }

  /// These values and the `others`.
  func with(_ others: TemplateValues) -> TemplateValues {
    var all = self
    all.entries += others.entries
    return all
  }
}
