import Testing

@testable import Loading

@Suite("The lines of a text")
struct SourceLinesTests {
  @Test(
    "end with LF, CR LF or CR",
    arguments: [
      ("", [0..<0]), ("ab", [0..<2]), ("a\n", [0..<1, 2..<2]), ("a\r\nb", [0..<1, 3..<4]),
      ("a\rb\r\rc", [0..<1, 2..<3, 4..<4, 5..<6]), ("\n\r\n\r", [0..<0, 1..<1, 3..<3, 4..<4]),
      ("\r\r\nb\n", [0..<0, 1..<1, 3..<4, 5..<5]),
    ])
  func ends(text: String, ranges: [Range<Int>]) {
    let lines = SourceLines(SourceText(file: "x", bytes: Array(text.utf8)))
    #expect((1...lines.count).map(lines.range(ofLine:)) == ranges)
  }
}
