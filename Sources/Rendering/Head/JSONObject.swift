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
  /// Appends a JSON text with its quotes, which may stand in a script.
  mutating func jsonText(_ text: String) {
    text.withBytes { utf8 in
      guard JSONEscape.mayBeNeeded(inScript: utf8) else {
        return append(atMost: utf8.count + 2) { json in
          json.raw("\"")
          json.copy(utf8)
          json.raw("\"")
        }
      }
      append(atMost: utf8.count * JSONEscape.longest + 2) { json in
        json.raw("\"")
        json.json(utf8, in: .script)
        json.raw("\"")
      }
    }
  }
}
