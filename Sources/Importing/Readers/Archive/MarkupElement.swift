import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of an XML file with its content in order.
final class MarkupElement {
  /// A piece of an element's content.
  enum Node {
    case element(MarkupElement)
    case text(String)
  }

  /// The name without its prefix.
  let name: String
  /// The attributes by their names without prefixes.
  let attributes: [String: String]
  /// The content.
  fileprivate(set) var nodes: [Node] = []

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The elements right below.
  var children: [MarkupElement] {
    nodes.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The first element right below with that name.
  func first(_ name: String) -> MarkupElement? {
    for case .element(let child) in nodes where child.name == name { return child }
    return nil
  }

  /// The elements right below with that name.
  func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

  /// The attribute with that name.
  subscript(name: String) -> String? { attributes[name] }

  /// The value that OOXML gives a property such as `<w:pStyle w:val="1"/>`.
  func value(_ name: String) -> String? { first(name)?["val"] }

  /// All words below, in order.
  var text: String {
    var result = ""
    for node in nodes {
      switch node {
      case .element(let child): result += child.text
      case .text(let words): result += words
      }
    }
    return result
  }

  /// All elements below with one of these names, in order, not looking inside them.
  func descendants(_ names: Set<String>) -> [MarkupElement] {
    var found: [MarkupElement] = []
    for child in children {
      if names.contains(child.name) {
        found.append(child)
      } else {
        found += child.descendants(names)
      }
    }
    return found
  }

  /// Reads XML without document types and outside entities, which Office files never have.
  static func parse(_ bytes: [UInt8]) -> MarkupElement? {
    guard !declaresEntities(bytes) else { return nil }
    let builder = XMLTreeBuilder()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    guard parser.parse() else { return nil }
    return builder.root
  }

  /// Whether there is a document type anywhere, in whatever encoding XML may have: entities are
  /// declared in it, and a few that name each other grow without bound.
  static func declaresEntities(_ bytes: [UInt8]) -> Bool {
    let data = Data(bytes)
    let encodings: [String.Encoding] = [.utf8, .utf16LittleEndian, .utf16BigEndian]
    return encodings.contains { encoding in
      "<!DOCTYPE".data(using: encoding).flatMap { data.firstRange(of: $0) } != nil
    }
  }
}

/// Builds the tree; deeper or larger than any Office file needs is refused.
private final class XMLTreeBuilder: NSObject, XMLParserDelegate {
  private static let maximumDepth = 200
  private static let maximumElements = 3_000_000

  var root: MarkupElement?
  private var open: [MarkupElement] = []
  private var count = 0

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    count += 1
    guard open.count < Self.maximumDepth, count <= Self.maximumElements else {
      parser.abortParsing()
      return
    }
    var plain: [String: String] = [:]
    let ordered = attributes.count > 1 ? attributes.sorted { $0.key < $1.key } : Array(attributes)
    for (name, value) in ordered {
      plain[Self.local(name)] = value
    }
    let element = MarkupElement(name: Self.local(elementName), attributes: plain)
    if let parent = open.last {
      parent.nodes.append(.element(element))
    } else {
      root = element
    }
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    _ = open.popLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    open.last?.nodes.append(.text(string))
  }

  private static func local(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map {
      String(name[name.utf8.index(after: $0)...])
    } ?? name
  }
}
