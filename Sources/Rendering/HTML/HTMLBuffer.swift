import Budget

/// HTML under construction, as bytes: what is appended is never copied again.
package struct HTMLBuffer {
  /// The bytes so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for `capacity` bytes.
  package init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends markup written in this program.
  package mutating func raw(_ markup: StaticString) {
    append(atMost: markup.utf8CodeUnitCount) { $0.raw(markup) }
  }

  /// Appends markup that was made by this module.
  package mutating func markup(_ markup: [UInt8]) {
    self.markup(0..<markup.count, of: markup)
  }

  /// Appends a part of markup that was made by this module.
  mutating func markup(_ range: Range<Int>, of markup: [UInt8]) {
    append(atMost: range.count) { $0.markup(range, of: markup) }
  }

  /// Appends text that is markup already.
  package mutating func markup(_ markup: String) {
    markup.withBytes { utf8 in append(atMost: utf8.count) { $0.copy(utf8) } }
  }

  /// Appends words of the content, harmless in text and in quoted attributes alike.
  package mutating func text(_ words: String) {
    words.withBytes { text($0) }
  }

  /// Appends words of the content, which are UTF-8.
  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    // Nearly all words need no escaping, and are copied in one go.
    guard HTMLEscape.isNeeded(utf8) else { return append(atMost: utf8.count) { $0.copy(utf8) } }
    append(atMost: utf8.count * HTMLEscape.longest) { $0.escaped(utf8) }
  }

  /// Appends an id as the part of a link behind the `#`.
  mutating func fragment(_ id: String) {
    id.withBytes { utf8 in
      if LinkFragment.isNeeded(utf8) { text(LinkFragment.encoded(id)) } else { text(utf8) }
    }
  }

  /// Appends an amount.
  mutating func amount(_ value: ExactDecimal, grouped: Bool = true) {
    value.append(grouped: grouped, to: &bytes)
  }

  /// Appends a whole number.
  package mutating func number(_ number: Int) {
    amount(ExactDecimal(number), grouped: false)
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends what `write` writes, at most `room` bytes. Asking for room costs more than filling it,
  /// so that what consists of many small pieces, a table's cells, asks once for all of them.
  @inline(__always)
  mutating func append(atMost room: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: room, initializingWith: write)
  }

  /// Which bytes `write` appends.
  mutating func range(of write: (inout HTMLBuffer) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&self)
    return start..<bytes.count
  }

  /// Empties the buffer, but keeps its memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

extension Range<Int> {
  /// The range that lies `distance` behind this one.
  func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
