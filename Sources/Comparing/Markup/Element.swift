/// An element of a page with its content in order.
final class Element {
  /// A piece of an element's content.
  enum Node {
    case element(Element)
    case text(String)
  }

  /// The name, as written.
  let name: String
  /// The attributes in their order.
  let attributes: [(name: String, value: String)]
  /// The content.
  var nodes: [Node] = []

  init(name: String, attributes: [(name: String, value: String)]) {
    self.name = name
    self.attributes = attributes
  }

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// Whether the element has a class.
  func has(_ className: String) -> Bool {
    guard let classes = self["class"] else { return false }
    return classes == className || classes.split(separator: " ").contains { $0 == className }
  }

  /// The elements right below.
  var children: [Element] {
    nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// All words below, without white space around them.
  var text: String {
    var words = ""
    appendText(to: &words)
    return words.trimmed
  }

  private func appendText(to words: inout String) {
    for node in nodes {
      switch node {
      case .element(let child): child.appendText(to: &words)
      case .text(let text): words += text
      }
    }
  }

  /// The elements below that fit, in order, not looking inside them.
  func all(where fits: (Element) -> Bool) -> [Element] {
    var found: [Element] = []
    collect(where: fits, into: &found)
    return found
  }

  private func collect(where fits: (Element) -> Bool, into found: inout [Element]) {
    for case .element(let child) in nodes {
      if fits(child) { found.append(child) } else { child.collect(where: fits, into: &found) }
    }
  }

  /// The elements below with a name, in order, not looking inside them.
  func all(_ name: String) -> [Element] { all { $0.name == name } }

  /// The first element below that fits.
  func first(where fits: (Element) -> Bool) -> Element? {
    for case .element(let child) in nodes {
      if fits(child) { return child }
      if let found = child.first(where: fits) { return found }
    }
    return nil
  }

  /// The first element below with a name and a class.
  func first(_ name: String, _ className: String? = nil) -> Element? {
    first { $0.name == name && (className.map($0.has) ?? true) }
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
