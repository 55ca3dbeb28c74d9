import Budget

/// HTML under construction, as bytes: what is appended is never copied again.
package struct HTMLBuffer {
  /// The bytes so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for `capacity` bytes.
  package init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// The bytes as text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup written in this program.
  package mutating func raw(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends markup that was made by this module.
  package mutating func markup(_ markup: some Sequence<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  /// Appends a part of markup that was made by this module.
  mutating func markup(_ range: Range<Int>, of markup: [UInt8]) {
    markup.withUnsafeBufferPointer {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Which bytes `write` appends.
  mutating func range(of write: (inout HTMLBuffer) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&self)
    return start..<bytes.count
  }

  /// Empties the buffer, but keeps its memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Appends words of the content, harmless in text and in quoted attributes alike.
  package mutating func text(_ words: String) {
    var words = words
    words.withUTF8 { text($0) }
  }

  /// Appends an amount.
  mutating func amount(_ value: ExactDecimal, grouped: Bool = true) {
    value.append(grouped: grouped, to: &bytes)
  }

  /// Appends a whole number.
  package mutating func number(_ number: Int) {
    text(String(number))
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    let special = Self.special
    var done = 0
    // Nearly all words need no escaping, and are copied in one go.
    for (offset, byte) in utf8.enumerated() where special.contains(byte) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[done..<offset]))
      escape(byte)
      done = offset + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[done...]))
  }

  private static let special = ASCIISet("&<>\"'")

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    default: raw("&#39;")
    }
  }
}
