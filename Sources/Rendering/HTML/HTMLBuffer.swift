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

  /// Appends words of the content, harmless in text and in quoted attributes alike.
  package mutating func text(_ words: String) {
    var words = words
    words.withUTF8 { utf8 in
      // Nearly all words need no escaping: look first, then copy in one go.
      if utf8.contains(where: Self.needsEscape) {
        for byte in utf8 { escape(byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
  }

  /// Appends a whole number.
  package mutating func number(_ number: Int) {
    text(String(number))
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    case UInt8(ascii: "'"): raw("&#39;")
    default: bytes.append(byte)
    }
  }
}
