import Budget
import Foundation
import Testing

@testable import Loading

/// One folder for each rule about tables, with a file that breaks it and what is found in it.
@Suite struct InvalidCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "invalid")

  @Test(arguments: Rule.tableRules.map(\.rawValue))
  func findsExactlyWhatIsWrong(rule: String) throws {
    let folder = Self.folder.appending(path: rule)
    let bytes = try? Data(contentsOf: folder.appending(path: "table.csv"))
    let expected = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2).map(String.init) }

    let input = CorpusCase(rule: rule)
    let loaded = Loaded(
      input.form, bytes: bytes.map { Array($0) }, absence: input.absence, note: input.note,
      limits: input.limits)

    #expect(loaded.places == expected.map { $0.prefix(2).joined(separator: " ") })
    #expect(expected.contains { $0.count > 1 && $0[1] == rule })
    for (finding, line) in zip(loaded.findings, expected) {
      #expect(line.count < 3 || finding.message.contains(line[2]), "\(finding.message)")
    }
  }
}

/// With what a file of the corpus is loaded: mostly the 科目 form and nothing else.
struct CorpusCase {
  var form = FormFixture.expenditure
  var absence: String?
  var note = ""
  var limits = TableLimits()

  init(rule: String) {
    limits.levels = 3
    switch rule {
    case "ambiguous-column": form = FormFixture.twoSided
    case "indentation-unclear", "hierarchy-too-deep": form = FormFixture.indented
    case "level-invalid":
      form = FormFixture.labelled(
        third: Column(id: "level", title: "级次", kind: .level), .level(column: 2))
    case "parent-unknown":
      form = FormFixture.labelled(
        third: Column(id: "parent", title: "上级", kind: .parent), .parent(column: 2))
    case "file-too-large": limits.rows = 3
    case "too-many-findings": limits.findings = 2
    case "absent-table-present": absence = "材料中没有本表。"
    case "empty-table-without-note", "note-on-filled-table":
      form = FormFixture.labelled(.none, closing: [FormFixture.total], mayBeEmpty: true)
      if rule == "note-on-filled-table" { note = "注：本部门没有此项收入，故没有数据。" }
    default: break
    }
  }
}
