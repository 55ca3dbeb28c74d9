/// Reads the pages that sitegen writes into elements.
///
/// Templates can be anybody's, so it forgives what browsers forgive: attributes without values,
/// elements that are never closed, closing tags without an opening one. It never follows anything
/// and never fails on odd markup, but refuses pages that are cut off, that are no text, or whose
/// elements are nested deeper than any page of disclosures is.
struct MarkupReader {
  /// Why a page cannot be read.
  enum Failure: Error {
    case noText, incomplete, tooDeep
  }

  private static let maximumDepth = 200
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [Element]
  private var isComplete = false

  /// The page as one element that holds all others.
  static func page(_ bytes: [UInt8]) throws(Failure) -> Element {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .noText }
    let root = Element(name: "", attributes: [])
    var reader = MarkupReader(bytes: bytes, root: root)
    try reader.read()
    guard reader.isComplete else { throw .incomplete }
    return root
  }

  private init(bytes: [UInt8], root: Element) {
    self.bytes = bytes
    open = [root]
  }

  private mutating func read() throws(Failure) {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { try tag() } else { text() }
    }
  }

  private mutating func text() {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    open[open.count - 1].nodes.append(.text(CharacterReferences.resolved(bytes[start..<index])))
  }

  private mutating func tag() throws(Failure) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      skip(past: starts(with: "<!--") ? "-->" : ">")
    case UInt8(ascii: "/"):
      index += 2
      close(name())
      skip(past: ">")
    case _ where Self.isLetter(next):
      index += 1
      try element()
    default:
      open[open.count - 1].nodes.append(.text("<"))
      index += 1
    }
  }

  private mutating func element() throws(Failure) {
    let element = Element(name: name(), attributes: attributes())
    let closesItself = index > 0 && index < bytes.count && bytes[index - 1] == UInt8(ascii: "/")
    skip(past: ">")
    open[open.count - 1].nodes.append(.element(element))
    if closesItself || Self.voidElements.contains(element.name) { return }
    if element.name == "script" || element.name == "style" {
      skip(past: "</" + element.name)
      skip(past: ">")
      return
    }
    guard open.count < Self.maximumDepth else { throw .tooDeep }
    open.append(element)
  }

  private mutating func close(_ name: String) {
    if name == "html" { isComplete = true }
    guard let last = open.lastIndex(where: { $0.name == name }), last > 0 else { return }
    open.removeSubrange(last...)
  }

  private mutating func attributes() -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let name = name()
      guard !name.isEmpty else {
        index += 1
        continue
      }
      attributes.append((name, index < bytes.count && bytes[index] == 0x3D ? value() : ""))
    }
    return attributes
  }

  private mutating func value() -> String {
    index += 1
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count,
      isQuoted ? bytes[index] != quote : !(Self.isSpace(bytes[index]) || bytes[index] == 0x3E)
    {
      index += 1
    }
    let value = CharacterReferences.resolved(bytes[start..<index])
    if isQuoted, index < bytes.count { index += 1 }
    return value
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skip(past end: String) {
    guard let first = end.utf8.first else { return }
    // What is skipped may be most of a page.
    while let next = bytes[index...].firstIndex(of: first) {
      index = next
      if starts(with: end) {
        index += end.utf8.count
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private func starts(with text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
      && byte != UInt8(ascii: "=")
  }
}
