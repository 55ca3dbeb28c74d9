import Budget
import Foundation
import Testing

@Suite struct FigureScannerTests {
  private func figures(_ text: String) -> [String] {
    FigureScanner.figures(in: text).map { match in
      let scalars = Array(text.unicodeScalars)[match.range]
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test func sourceNarrative() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../LoadingTests/Fixtures/2021-disclosure.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "第一部分：2021年度部门预算情况说明"))
    let end = try #require(
      text.range(of: "第二部分、2021年部门预算表", range: start.upperBound..<text.endIndex))
    #expect(figures(String(text[start.lowerBound..<end.lowerBound])).count == 52)
  }

  @Test(arguments: [
    ("收入60,646,633.13元。", ["60,646,633.13元"]), ("增长9.45％", ["9.45％"]), ("５万元", ["５万元"]),
    ("1.5 亿元", ["1.5 亿元"]), ("19.7分", []), ("2021年", []), ("，-5元", ["-5元"]), ("3-5元", ["5元"]),
    ("12345热线10122756元", ["10122756元"]), ("1,23元", ["23元"]),
    ("123456789012345678901234567890元", []),
  ]) func notations(text: String, expected: [String]) {
    #expect(figures(text) == expected)
  }
}
