import Budget

/// JSON under construction, as bytes, in the order in which it is written and with line ends where
/// the writer wants them: what changes then is a changed line.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a value stands before, so that a comma has to follow.
  private var needsComma = false
  /// Whether the next value begins a line.
  private var breaksLine = false

  /// An empty text with room for `capacity` bytes.
  init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// The bytes of what `write` writes: fields or values that are written again and again.
  static func fields(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(capacity: 256)
    write(&json)
    return json.bytes
  }

  /// Appends fields or values that are JSON already.
  mutating func prepared(_ json: [UInt8]) { prepared(0..<json.count, of: json) }

  /// Appends fields or values that are a part of some JSON.
  mutating func prepared(_ range: Range<Int>, of json: [UInt8]) {
    value(atMost: range.count) { $0.markup(range, of: json) }
  }

  /// Begins a line with what follows, be it a value or the end of the list.
  mutating func line() { breaksLine = true }

  /// Appends an object with the fields that `write` writes.
  mutating func object(_ write: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    write(&self)
    close(UInt8(ascii: "}"))
  }

  /// Appends a list of the values that `write` writes.
  mutating func array(_ write: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    write(&self)
    close(UInt8(ascii: "]"))
  }

  /// Appends a list of texts.
  mutating func array(_ texts: [String]) {
    array { json in
      for text in texts { json.string(text) }
    }
  }

  /// Appends the name of a field, which needs no escapes; its value has to follow.
  mutating func key(_ name: String) {
    name.withBytes { name in
      value(atMost: name.count + 3) { bytes in
        bytes.append(UInt8(ascii: "\""))
        bytes.copy(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
      }
    }
    needsComma = false
  }

  /// Appends a field with a text.
  mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Appends a field with a text, or `null` for none.
  mutating func field(_ name: String, orNull text: String?) {
    key(name)
    if let text, !text.isEmpty { string(text) } else { null() }
  }

  /// Appends a field with a whole number.
  mutating func field(_ name: String, _ number: Int) {
    key(name)
    let number = ExactDecimal(number)
    value(atMost: number.notationRoom) { number.append(grouped: false, to: &$0) }
  }

  /// Appends a field with a truth value.
  mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value { $0.append(contentsOf: (flag ? "true" : "false").utf8) }
  }

  /// Appends `null`.
  mutating func null() {
    value { $0.append(contentsOf: "null".utf8) }
  }

  /// Appends an amount as a text.
  mutating func amount(_ amount: ExactDecimal, grouped: Bool) {
    value(atMost: amount.notationRoom + 2) { bytes in
      bytes.append(UInt8(ascii: "\""))
      amount.append(grouped: grouped, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Appends a text.
  mutating func string(_ text: String) {
    text.withBytes { utf8 in
      guard !JSONEscape.mayBeNeeded(inFile: utf8) else { return string(joining: [text]) }
      value(atMost: utf8.count + 2) { bytes in
        bytes.append(UInt8(ascii: "\""))
        bytes.copy(utf8)
        bytes.append(UInt8(ascii: "\""))
      }
    }
  }

  /// Appends one text that is put together from several.
  mutating func string(joining texts: [String]) {
    value { bytes in
      bytes.append(UInt8(ascii: "\""))
      for text in texts {
        text.withBytes { utf8 in
          if JSONEscape.mayBeNeeded(inFile: utf8) {
            bytes.append(addingCapacity: utf8.count * JSONEscape.longest) {
              $0.json(utf8, in: .file)
            }
          } else {
            bytes.append(addingCapacity: utf8.count) { $0.copy(utf8) }
          }
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// The finished text, with a line end behind it.
  consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func open(_ bracket: UInt8) {
    value { $0.append(bracket) }
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    if breaksLine { bytes.append(UInt8(ascii: "\n")) }
    breaksLine = false
    bytes.append(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func value(_ append: (inout [UInt8]) -> Void) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if breaksLine { bytes.append(UInt8(ascii: "\n")) }
    breaksLine = false
    append(&bytes)
    needsComma = true
  }

  /// Appends a value of `room` bytes at most.
  @inline(__always)
  private mutating func value(atMost room: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    let (needsComma, breaksLine) = (needsComma, breaksLine)
    bytes.append(addingCapacity: room + 2) { bytes in
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if breaksLine { bytes.append(UInt8(ascii: "\n")) }
      write(&bytes)
    }
    self.breaksLine = false
    self.needsComma = true
  }
}
