/// What of a page's values decides how the template puts them together: names, what there is and
/// how often, but no words.
struct PageShape {
  /// The same for pages of the same shape and for no others.
  private(set) var key: [UInt8]
  /// The texts and the markup, in the order of the values.
  private(set) var leaves: [TemplateValue] = []

  /// The shape of `values` for the template called `name`.
  init(_ values: TemplateValues, of name: String) {
    key = Array(name.utf8)
    key.reserveCapacity(1024)
    add(values)
  }

  private mutating func add(_ values: TemplateValues) {
    for entry in values.entries {
      // Names have no control characters, so that these tell the parts of the key apart.
      key.append(1)
      key.append(contentsOf: entry.name.utf8)
      add(entry.value)
    }
    key.append(2)
  }

  private mutating func add(_ value: TemplateValue) {
    switch value {
    case .none: key.append(3)
    case .text(let text):
      // The engine treats a line that nothing stands on in its own way.
      key.append(text.isEmpty ? 4 : 5)
      if !text.isEmpty { leaves.append(value) }
    case .markup:
      key.append(5)
      leaves.append(value)
    case .mapping(let values):
      key.append(6)
      add(values)
    case .list(let elements):
      key.append(7)
      for values in elements { add(values) }
      key.append(8)
    }
  }
}
