import Budget
import Foundation
import Loading
import Testing

/// A file may be free of invisible characters and yet mean some, by the escapes of its notation.
@Suite("Invisible characters in escapes")
struct InvisibleCharacterTests {
  private static let content = packageFolder.appending(
    path: "Tests/LoadingTests/Fixtures/small-content")

  private func findings(_ path: String, _ text: String) throws -> [String] {
    let disk = ContentFolder.onDisk(Self.content, name: "Content")
    var files: [String: [UInt8]] = [:]
    for path in try disk.paths() { files[path] = try disk.read(path) }
    files[path] = Array(text.utf8)
    return try ContentFolder.inMemory(files).loaded().findings
      .filter { $0.rule == "control-character" }.map(\.place)
  }

  @Test(
    "are reported in YAML",
    arguments: ["\\u202E", "\\0", "\\e", "\\x7F", "\\u2028", "\\uFEFF", "\\L"])
  func yaml(escape: String) throws {
    let text = "甲:\n  value: 5元\n  source: \"乙\(escape)丙\"\n"
    #expect(try findings("2021/facts.yml", text) == ["3:13 control-character"])
    #expect(try findings("2021/facts.yml", "\"甲\(escape)\": 1\n") == ["1:3 control-character"])
  }

  @Test("are reported in Markdown", arguments: ["&#8238;", "&#x2028;", "&#27;", "&zwnj;&#x200B;"])
  func markdown(escape: String) throws {
    #expect(try findings("2021/narrative.md", "甲乙\(escape)丙\n").count == 1)
    #expect(try findings("2021/narrative.md", "[甲](#乙 \"丙\(escape)\")\n").count == 1)
    #expect(try findings("2021/narrative.md", "[甲](#乙\(escape))\n").count >= 1)
  }

  @Test("are reported behind percent signs")
  func address() throws {
    #expect(try findings("2021/narrative.md", "[甲](#乙%E2%80%AE)\n").count == 1)
  }

  @Test("other escapes mean no harm", arguments: ["\\n", "\\t", "\\\"", "\\u4E00"])
  func harmless(escape: String) throws {
    let text = "甲:\n  value: 5元\n  source: \"乙\(escape)丙\"\n"
    #expect(try findings("2021/facts.yml", text) == [])
  }
}
