import Testing

@testable import Searching

@Suite("Index files as scripts")
struct ScriptBufferTests {
  @Test(
    "Texts are quoted so that scripts of any age read them",
    arguments: [
      ("行政", "\"行政\""), ("\"\\", "\"\\\"\\\\\""), ("a\nb\u{1}", "\"a\\nb\\u0001\""),
      ("x\u{2028}y\u{2029}", "\"x\\u2028y\\u2029\""), ("“引”", "\"“引”\""), ("", "\"\""),
      ("</script>`${x}", "\"</script>`${x}\""),
    ])
  func strings(text: String, quoted: String) {
    var buffer = ScriptBuffer()
    buffer.string(text)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == quoted)
  }

  @Test(
    "Numbers are written with their decimals",
    arguments: [
      (86_456_000, 2, "864560.00"), (5, 2, "0.05"), (120, 0, "120"), (1, 4, "0.0001"), (0, 0, "0"),
    ] as [(UInt64, Int, String)])
  func decimals(digits: UInt64, scale: Int, written: String) {
    var buffer = ScriptBuffer()
    buffer.decimal(digits, scale: scale)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == written)
  }
}
