import Budget
import Testing

@testable import Loading

@Suite("Escapes between double quotes")
struct YAMLEscapeTests {
  private func findings(_ value: String) -> [Finding] {
    var findings: [Finding] = []
    let source = SourceText(file: "x.yml", bytes: Array("a: \(value)\n".utf8))
    _ = YAMLParser.parse(source, into: &findings)
    return findings
  }

  @Test(
    "are warned of where a path may have them by chance",
    arguments: [
      (#""D:\temp\new""#, "1:7", ["“\\t”成了制表符", "“\\n”成了换行", "单引号"]),
      (#""D:\_旧\ 新""#, "1:7", ["“\\_”成了空格", "“\\ ”成了空格"]), (#""D:\x64""#, "1:7", ["“\\x64”成了“d”"]),
      (#""预算\r""#, "1:7", ["“\\r”成了回车"]), ("\"预\n\n  算\\t\"", "3:4", ["制表符"]),
      ("\"预\\\n  \\\\算\\t\"", "2:6", ["制表符"]),
      (#""\u6C34\n\new\news""#, "1:13", ["“\\n”成了换行。"]),
    ])
  func warns(value: String, place: String, words: [String]) throws {
    let found = findings(value)
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.rule == "yaml-escape" && finding.severity == .warning)
    #expect("\(finding.position.line):\(finding.position.column)" == place)
    for words in words { #expect(finding.message.contains(words), "\(finding.message)") }
  }

  @Test("are errors where nobody sees what they mean, and said in their place")
  func invisible() throws {
    let finding = try #require(findings(#""D:\temp\bin""#).first)
    #expect(finding.rule == "control-character" && finding.severity == .error)
    #expect(finding.position.column == 12)
    #expect(finding.message.contains("“\\b”在双引号里是看不见的字符 U+0008") && finding.message.contains("单引号"))
  }

  @Test(
    "are left alone where they are meant, and where they are none",
    arguments: [
      #""D:\\temp\\new""#, #"'D:\temp\new'"#, #"D:\temp\new"#, #""一\/二\"三\"""#, #""一\u000A二""#,
      #""\U00020BB7""#, "\"一\\\n  二\"", #""1.一\n2.二\n（二）\n""#, #""""#, #""\\""#, "|\n  D:\\temp",
    ])
  func leavesAlone(value: String) {
    #expect(findings(value) == [])
  }
}
