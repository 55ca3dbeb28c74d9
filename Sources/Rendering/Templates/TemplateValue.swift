import Budget

/// What a page provides to its template under a name.
enum TemplateValue: Sendable {
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

/// A text or markup of a page, which its template puts somewhere.
enum TemplateLeaf: Sendable {
  /// Words that stand in the values' ``TemplateValues/content``.
  case text(Range<Int>)
  /// Markup that stands there.
  case markup(Range<Int>)
  /// Markup that was made elsewhere.
  case block([UInt8])

  /// The leaf in a content that has so much more before it.
  fileprivate func moved(by distance: Int) -> TemplateLeaf {
    switch self {
    case .text(let range): .text(range.moved(by: distance))
    case .markup(let range): .markup(range.moved(by: distance))
    case .block: self
    }
  }
}

/// Values by their names; of two with the same name the later counts.
///
/// They are kept as the template's engine never sees them: what of them decides how the template
/// puts the page together, and apart from that the words. See ``PageSkeleton``.
struct TemplateValues: ExpressibleByDictionaryLiteral, Sendable {
  /// Names, what there is and how often: the same for pages of the same shape and for no others.
  private(set) var shape: [UInt8] = []
  /// The texts and the markup, in the order of the values.
  private(set) var leaves: [TemplateLeaf] = []
  /// The words and the markup themselves, one behind the other.
  private(set) var content: HTMLBuffer

  /// No values as yet, with room for about as many as given, and as many bytes of `content`.
  init(capacity: Int, content: Int = 0) {
    self.content = HTMLBuffer(capacity: content)
    shape.reserveCapacity(16 * capacity)
    leaves.reserveCapacity(capacity)
  }

  init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(capacity: elements.count)
    for (name, value) in elements { add(name, value) }
  }

  /// Adds a value.
  mutating func add(_ name: String, _ value: TemplateValue) {
    switch value {
    case .none: mark(name, ShapeMark.none)
    case .text(let text): add(name, text: text)
    case .markup(let markup):
      mark(name, ShapeMark.leaf)
      leaves.append(.block(markup))
    case .mapping(let inner): mapping(name) { $0.add(inner) }
    case .list(let elements):
      list(name) { list in
        for inner in elements { list.element { $0.add(inner) } }
      }
    }
  }

  /// Adds words of the content.
  mutating func add(_ name: String, text: String) {
    // The engine treats a line that nothing stands on in its own way.
    mark(name, text.isEmpty ? ShapeMark.emptyText : ShapeMark.leaf)
    if !text.isEmpty { leaves.append(.text(content.range { $0.markup(text) })) }
  }

  /// Adds the words, if there are any, or else that there is nothing to say.
  mutating func add(_ name: String, ifAny text: String) {
    if text.isEmpty { mark(name, ShapeMark.none) } else { add(name, text: text) }
  }

  /// Adds the words of the content, not empty, that `write` writes as they are.
  mutating func add(_ name: String, words write: (inout HTMLBuffer) -> Void) {
    mark(name, ShapeMark.leaf)
    leaves.append(.text(content.range(of: write)))
  }

  /// Adds the markup that `write` writes.
  mutating func add(_ name: String, markup write: (inout HTMLBuffer) -> Void) {
    mark(name, ShapeMark.leaf)
    leaves.append(.markup(content.range(of: write)))
  }

  /// Adds the markup that `write` writes, or if that is none, that there is nothing to say.
  mutating func add(_ name: String, ifAnyMarkup write: (inout HTMLBuffer) -> Void) {
    let range = content.range(of: write)
    mark(name, range.isEmpty ? ShapeMark.none : ShapeMark.leaf)
    if !range.isEmpty { leaves.append(.markup(range)) }
  }

  /// Adds values that have names of their own, those that `write` adds.
  mutating func mapping(_ name: String, _ write: (inout TemplateValues) -> Void) {
    mark(name, ShapeMark.mapping)
    write(&self)
    shape.append(ShapeMark.end)
  }

  /// Adds a list of the elements that `write` adds.
  mutating func list(_ name: String, _ write: (inout TemplateValues) -> Void) {
    mark(name, ShapeMark.list)
    write(&self)
    shape.append(ShapeMark.end)
  }

  /// Adds an element of a list, with the values that `write` adds.
  mutating func element(_ write: (inout TemplateValues) -> Void) {
    shape.append(ShapeMark.element)
    write(&self)
    shape.append(ShapeMark.end)
  }

  /// Notes a name, and what its value is.
  private mutating func mark(_ name: String, _ value: UInt8) {
    name.withBytes { name in
      shape.append(addingCapacity: name.count + 2) { shape in
        shape.append(ShapeMark.name)
        shape.copy(name)
        shape.append(value)
      }
    }
  }

  /// Adds other values.
  mutating func add(_ others: TemplateValues) {
    shape.append(contentsOf: others.shape)
    let start = content.bytes.count
    content.markup(others.content.bytes)
    for leaf in others.leaves { leaves.append(leaf.moved(by: start)) }
  }

  /// The words of a leaf; `nil` if it is markup.
  func text(_ leaf: TemplateLeaf) -> String? {
    guard case .text(let range) = leaf else { return nil }
    return String(decoding: content.bytes[range], as: UTF8.self)
  }

  /// Forgets all values, but keeps their memory for those of the next page.
  mutating func clear() {
    shape.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    content.clear()
  }
}

/// The marks in a shape. Names have no control characters, so that these tell its parts apart.
enum ShapeMark {
  /// Before a name, which a value follows.
  static let name: UInt8 = 1
  /// Behind the values of a mapping or of an element, and behind the elements of a list.
  static let end: UInt8 = 2
  static let none: UInt8 = 3
  static let emptyText: UInt8 = 4
  static let leaf: UInt8 = 5
  static let mapping: UInt8 = 6
  static let list: UInt8 = 7
  static let element: UInt8 = 8
}
