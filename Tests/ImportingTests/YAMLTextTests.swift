import Budget
@testable import Importing
@testable import Loading
import Testing

/// What an import writes, a check reads as it was, and has nothing to say about.
struct YAMLTextTests {
  @Test(arguments: [
    "注：1.不含上年结转。\n2.因四舍五入，略有出入。", "甲\t乙", "D:\\temp\\new.docx", "“三公”: 'x' \"y\"", "", "true",
    " 甲 ",
  ])
  func isReadAsItWas(text: String) throws {
    let file = "title: " + YAMLText.scalar(text) + "\n"
    var findings: [Finding] = []
    let node = try #require(
      YAMLParser.parse(SourceText(file: "x.yml", bytes: Array(file.utf8)), into: &findings))
    #expect(findings == [])
    guard case .mapping(let entries) = node.content,
      case .scalar(let scalar) = try #require(entries.first).value.content
    else {
      Issue.record("not a text: \(file)")
      return
    }
    #expect(scalar.text == text && !scalar.isNull)
  }
}
