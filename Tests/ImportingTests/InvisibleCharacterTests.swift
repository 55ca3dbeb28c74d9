import Testing

@testable import Importing

@Suite("What nobody sees, in imported words")
struct InvisibleCharacterTests {
  @Test(
    "is left out",
    arguments: ["\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2060}", "\u{7}", "\u{FFFE}"])
  func isLeftOut(character: String) {
    #expect("预\(character)算".visible == "预算")
  }

  @Test("is a space where it parts words", arguments: ["\u{A0}", "\u{B}", "\u{2028}"])
  func isASpace(character: String) {
    #expect("预算\(character)2021".visible == "预算 2021")
  }
}
