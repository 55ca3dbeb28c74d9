/// How characters are written that cannot stand in a JSON text as they are.
///
/// Besides what JSON demands, U+2028 and U+2029 are escaped: some tools take them for line ends,
/// which would break one line of a file in two, and a script at its text.
struct JSONEscape {
  /// What a text is a part of.
  enum Surroundings {
    /// A file of JSON.
    case file
    /// A page's `<script>`: nothing in the text may end it or begin a comment.
    case script
  }

  /// The length of the longest.
  static let longest = 6

  /// The escape, or what stands in it before `code`.
  let beginning: StaticString
  /// The number of a character that is written by it.
  var code: UInt8?
  /// How many bytes the character has.
  var length = 1

  /// Whether any character of a text in a file may have one.
  static func mayBeNeeded(inFile utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    EightBytes.any(of: utf8, mayBeNeeded)
  }

  /// Whether any character of a text in a script may have one.
  static func mayBeNeeded(inScript utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    EightBytes.any(of: utf8) { bytes in
      mayBeNeeded(bytes) || bytes.contain(UInt8(ascii: "&"))
        || bytes.contain(UInt8(ascii: "<"), butFor: 0x02)
    }
  }

  @inline(__always)
  private static func mayBeNeeded(_ bytes: EightBytes) -> Bool {
    bytes.contain(below: 0x20) || bytes.contain(UInt8(ascii: "\""))
      || bytes.contain(UInt8(ascii: "\\")) || bytes.contain(0x7F) || bytes.contain(0xE2)
  }

  /// The escape of the character at `index`; `nil` for one that stands for itself.
  init?(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, in surroundings: Surroundings) {
    let byte = utf8[index]
    switch byte {
    case UInt8(ascii: "\""): beginning = "\\\""
    case UInt8(ascii: "\\"): beginning = "\\\\"
    case UInt8(ascii: "\n"): beginning = "\\n"
    case UInt8(ascii: "\t"): beginning = "\\t"
    case UInt8(ascii: "\r"): beginning = "\\r"
    case 0..<0x20, 0x7F: (beginning, code) = ("\\u00", byte)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      guard surroundings == .script else { return nil }
      (beginning, code) = ("\\u00", byte)
    case 0xE2 where utf8[(index + 1)...].starts(with: [0x80, 0xA8]):
      (beginning, length) = ("\\u2028", 3)
    case 0xE2 where utf8[(index + 1)...].starts(with: [0x80, 0xA9]):
      (beginning, length) = ("\\u2029", 3)
    default: return nil
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends the characters of a JSON text, without its quotes; they take ``JSONEscape/longest``
  /// times their own length at most.
  mutating func json(
    _ utf8: UnsafeBufferPointer<UInt8>, in surroundings: JSONEscape.Surroundings
  ) {
    var done = 0
    for index in utf8.indices {
      guard let escape = JSONEscape(utf8, at: index, in: surroundings) else { continue }
      copy(UnsafeBufferPointer(rebasing: utf8[done..<index]))
      raw(escape.beginning)
      if let code = escape.code {
        append(Self.digit(code >> 4))
        append(Self.digit(code & 0x0F))
      }
      done = index + escape.length
    }
    copy(UnsafeBufferPointer(rebasing: utf8[done...]))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
