import Budget

/// A JSON object that may stand within a page's `<script>`, with its members in the order given.
struct JSONObject {
  private var json: HTMLBuffer
  private let hasLines: Bool
  /// Where the members begin.
  private let start: Int
  private var isEmpty = true

  /// An empty object, with one member a line or all on one line.
  init(onLines hasLines: Bool) {
    self.hasLines = hasLines
    json = HTMLBuffer(capacity: hasLines ? 2048 : 256)
    json.raw(hasLines ? "{\n" : "{")
    start = json.bytes.count
  }

  /// The finished object.
  consuming func finish() -> [UInt8] {
    json.raw(hasLines ? "\n}" : "}")
    return json.bytes
  }

  /// Adds a text; an empty one is left out.
  mutating func add(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    begin(name)
    json.jsonText(text)
  }

  /// Adds a value that is JSON already.
  mutating func add(_ name: StaticString, json value: [UInt8]) {
    begin(name)
    json.markup(value)
  }

  /// Adds a list of values that are JSON already, each on a line; an empty one is left out.
  mutating func add(_ name: StaticString, list: [[UInt8]]) {
    guard !list.isEmpty else { return }
    begin(name)
    var separator: StaticString = "[\n"
    for value in list {
      json.raw(separator)
      json.markup(value)
      separator = ",\n"
    }
    json.raw("\n]")
  }

  /// Adds the members of another object that is written in the same way.
  mutating func add(membersOf other: JSONObject) {
    guard !other.isEmpty else { return }
    separate()
    json.markup(other.start..<other.json.bytes.count, of: other.json.bytes)
  }

  /// A text as it stands between the quotes.
  static func escaped(_ text: String) -> [UInt8] {
    var json = HTMLBuffer(capacity: text.utf8.count + 2)
    json.jsonText(text)
    return Array(json.bytes[1..<json.bytes.count - 1])
  }

  private mutating func begin(_ name: StaticString) {
    separate()
    json.append(atMost: name.utf8CodeUnitCount + 4) { json in
      json.raw("\"")
      json.raw(name)
      json.raw("\": ")
    }
  }

  private mutating func separate() {
    if !isEmpty { json.raw(hasLines ? ",\n" : ", ") }
    isEmpty = false
  }
}

extension HTMLBuffer {
  /// Appends a JSON text with its quotes. Whatever could end the script or begin a comment in it is
  /// written as an escape, so that no content can leave its text.
  mutating func jsonText(_ text: String) {
    text.withBytes { utf8 in
      guard JSONEscape.mayBeNeeded(in: utf8) else {
        return append(atMost: utf8.count + 2) { json in
          json.raw("\"")
          json.copy(utf8)
          json.raw("\"")
        }
      }
      raw("\"")
      var done = 0
      for (index, byte) in utf8.enumerated() {
        guard let escape = JSONEscape(byte, utf8[(index + 1)...]) else { continue }
        append(atMost: index - done) { $0.copy(UnsafeBufferPointer(rebasing: utf8[done..<index])) }
        raw(escape.beginning)
        if let digits = escape.digits { markup(digits) }
        done = index + escape.length
      }
      append(atMost: utf8.count - done) { $0.copy(UnsafeBufferPointer(rebasing: utf8[done...])) }
      raw("\"")
    }
  }
}

/// How a character is written that could end a JSON text, or the script that it stands in.
private struct JSONEscape {
  let beginning: StaticString
  /// What follows of a character that is written by its number.
  var digits: String?
  /// How many bytes the character has.
  var length = 1

  /// Whether any character of a text may have one.
  static func mayBeNeeded(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    EightBytes.any(of: utf8) { bytes in
      bytes.contain(below: 0x20) || bytes.contain(UInt8(ascii: "\""))
        || bytes.contain(UInt8(ascii: "\\")) || bytes.contain(UInt8(ascii: "&"))
        || bytes.contain(UInt8(ascii: "<"), butFor: 0x02) || bytes.contain(0x7F)
        || bytes.contain(0xE2)
    }
  }

  /// The escape of the character that begins with `byte`; `nil` for one that stands for itself.
  init?(_ byte: UInt8, _ rest: Slice<UnsafeBufferPointer<UInt8>>) {
    switch byte {
    case UInt8(ascii: "\""): beginning = "\\\""
    case UInt8(ascii: "\\"): beginning = "\\\\"
    case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      beginning = byte < 0x10 ? "\\u000" : "\\u00"
      digits = String(byte, radix: 16)
    case 0xE2 where rest.starts(with: [0x80, 0xA8]):
      beginning = "\\u2028"
      length = 3
    case 0xE2 where rest.starts(with: [0x80, 0xA9]):
      beginning = "\\u2029"
      length = 3
    default: return nil
    }
  }
}
