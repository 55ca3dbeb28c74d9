import Budget
import Testing

@testable import Loading

@Suite struct SourceDecodingTests {
  private func decode(_ bytes: [UInt8]) -> (text: String?, places: [String]) {
    var findings: [Finding] = []
    let source = SourceText.decoding(bytes, file: "f", into: &findings)
    return (
      source?.string,
      findings.map { "\($0.position.line):\($0.position.column) \($0.rule)" }
    )
  }

  @Test(arguments: [
    Array("中文,1\n".utf8),
    [0xEF, 0xBB, 0xBF] + Array("中文,1\n".utf8),
    [0xD6, 0xD0, 0xCE, 0xC4, 0x2C, 0x31, 0x0A],
    [0xFF, 0xFE, 0x2D, 0x4E, 0x87, 0x65, 0x2C, 0x00, 0x31, 0x00, 0x0A, 0x00],
    [0xFE, 0xFF, 0x4E, 0x2D, 0x65, 0x87, 0x00, 0x2C, 0x00, 0x31, 0x00, 0x0A],
  ])
  func readsWhatPeopleSave(bytes: [UInt8]) {
    let decoded = decode(bytes)
    #expect(decoded.text == "中文,1\n")
    #expect(decoded.places.isEmpty)
  }

  /// The bytes are what Windows' Notepad and Python's codecs make of the text; `㐀` and `é` have four
  /// bytes and two of GB18030, `𠀀` has a pair of units in UTF-16.
  @Test(arguments: [
    ([0x5B, 0xD4, 0xAA, 0x5D, 0x0D, 0x0A, 0x81, 0x39, 0xEE, 0x39, 0xA8, 0xA6], "[元]\r\n㐀é"),
    ([0x95, 0x32, 0x82, 0x36, 0xD4, 0xAA], "𠀀元"),
    ([0xFF, 0xFE, 0x5B, 0x00, 0x43, 0x51, 0x40, 0xD8, 0x00, 0xDC, 0x0A, 0x00], "[元𠀀\n"),
    ([0xFE, 0xFF, 0x00, 0x5B, 0x51, 0x43, 0xD8, 0x40, 0xDC, 0x00, 0x00, 0x0A], "[元𠀀\n"),
    ([0xEF, 0xBB, 0xBF, 0x5B, 0xE5, 0x85, 0x83], "[元"), ([0xE5, 0x85, 0x83], "元"),
    ([0xFF, 0xFE], ""), ([0xEF, 0xBB, 0xBF], ""), ([], ""),
  ])
  func writesATextAsItWas(bytes: [UInt8], text: String) throws {
    var findings: [Finding] = []
    let source = try #require(SourceText.decoding(bytes, file: "f", into: &findings))
    #expect(source.string == text)
    #expect(source.encoding.bytes(of: text) == bytes)
  }

  @Test func writesTheLettersOfAllScripts() throws {
    let scalars = stride(from: UInt32(0x80), through: 0x10FFFF, by: 7)
      .compactMap(Unicode.Scalar.init).filter(\.properties.isAlphabetic)
    let text = String(String.UnicodeScalarView(scalars))
    for encoding in SourceEncoding.allCases {
      let bytes = try #require(encoding.bytes(of: text))
      var findings: [Finding] = []
      #expect(SourceText.decoding(bytes, file: "f", into: &findings)?.string == text)
    }
  }

  @Test func readsAnEmptyFile() {
    #expect(decode([]).text == "")
    #expect(decode([0xFF, 0xFE]).text == "")
  }

  @Test func tellsDamagedUTF8FromGB18030() {
    let decoded = decode(Array("第一行\n第二".utf8) + [0xE4, 0xB8] + Array("行".utf8))
    #expect(decoded.text == nil)
    #expect(decoded.places == ["2:3 text-encoding"])
  }

  @Test func namesTheFirstByteThatIsNoGB18030() {
    let decoded = decode([0xD6, 0xD0, 0x0A, 0xCE, 0xC4, 0xFF, 0x31])
    #expect(decoded.places == ["2:2 text-encoding"])
  }

  @Test(arguments: [
    ("ab\u{0}c", "1:3"), ("中\n\u{200B}文", "2:1"), ("a\u{202E}b", "1:2"), ("a\u{85}", "1:2"),
    ("12345678\u{7F}", "1:9"), ("a\u{FEFF}", "1:2"), ("1234567\u{1}\u{2}", "1:8"),
    ("中\u{3164}文文", "1:2"), ("预\u{AD}算", "1:2"), ("\u{FFFE}预算", "1:1"),
  ])
  func reportsWhatCannotBeSeen(text: String, place: String) {
    let decoded = decode(Array(text.utf8))
    #expect(decoded.text == text)
    #expect(decoded.places == [place + " control-character"])
  }

  /// By Unicode's own list of what is shown as nothing; fonts show joiners and selectors in what is
  /// beside them, and a few more look like a space.
  @Test func whatCannotBeSeenIsWhatUnicodeSays() {
    let joiners: [ClosedRange<UInt32>] = [
      0x09...0x0A, 0x0D...0x0D, 0x180B...0x180F, 0x200C...0x200D, 0xFE00...0xFE0F,
      0xE0100...0xE01EF,
    ]
    let others: Set<UInt32> = [0x2028, 0x2029, 0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC]
    for value in UInt32(0)...0x10FFFF {
      // Of planes without any only some, for all take long.
      let isRare = value > 0x1FFFF && value >> 12 != 0xE0 && value % 61 != 0
      guard let scalar = Unicode.Scalar(value), !isRare || value & 0xFFFE == 0xFFFE else {
        continue
      }
      let properties = scalar.properties
      let isInvisible =
        properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        || properties.generalCategory == .control || others.contains(value)
      let expected = isInvisible && !joiners.contains { $0.contains(value) }
      // Before enough other bytes, and at the end of them.
      for text in ["中\(scalar)文字文字", "中\(scalar)"] {
        guard (UTF8Scan(Array(text.utf8)[...]).firstControl == 3) != expected else { continue }
        Issue.record("U+\(String(value, radix: 16)) should \(expected ? "" : "not ")be invisible")
      }
    }
  }

  @Test func refusesAFileThatIsTooLarge() {
    let bytes = [UInt8](repeating: 0x20, count: SourceText.maximumSize + 1)
    #expect(decode(bytes).places == ["1:1 file-too-large"])
  }

  /// Every scalar that UTF-8 can hold is accepted, and no truncation of one is.
  @Test func agreesWithUnicodeAboutUTF8() {
    for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 61) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(UTF8Scan(bytes[...]).firstInvalid == nil)
      #expect(UTF8Scan(bytes.dropLast()).firstInvalid == 0)
    }
  }
}
