import Testing

@testable import Budget

@Suite("Findings")
struct FindingTests {
  private func message(_ text: String) -> String {
    Finding(Rule("rule"), at: SourcePosition(file: "a"), text).message
  }

  @Test("are said whole as far as anybody reads them")
  func short() {
    let text = String(repeating: "字", count: 1000)
    #expect(message(text) == text)
  }

  @Test("leave out the middle of what is longer, and say what to do")
  func long() {
    let text = message("“" + String(repeating: "字", count: 200_000) + "”不对。请改正。")
    #expect(text.count < 1010)
    #expect(text.hasPrefix("“字字") && text.contains("字……字") && text.hasSuffix("字”不对。请改正。"))
  }
}
