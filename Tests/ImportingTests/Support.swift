import Budget
import Foundation
import Importing
import Loading
import Testing

/// The repository's folder.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// A fixture of these tests.
func fixture(_ name: String) -> String { repository + "/Tests/ImportingTests/Fixtures/" + name }

/// The text of the 2021 disclosure, as Word saved it.
let sourceText = repository + "/Tests/LoadingTests/Fixtures/2021-disclosure.txt"

/// The machine's programs and files.
let tools = ImportTools.live { bytes in
  var findings: [Finding] = []
  return SourceText.decoding(bytes, file: "", into: &findings)?.string
}

/// The committed form set of 2021.
func xicheng() throws -> FormSetSource {
  let bytes = try Data(
    contentsOf: URL(fileURLWithPath: repository + "/Content/forms/xicheng-2021.yml"))
  var findings: [Finding] = []
  let text = SourceText(file: "xicheng-2021.yml", bytes: Array(bytes))
  return try #require(FormSetSource(id: "xicheng-2021", source: text, into: &findings))
}

/// Imports files against the committed form set.
func imported(_ paths: String..., year: Int? = nil) throws -> ImportedReport {
  let source = try xicheng()
  return try Importer(tools: tools).report(
    ImportRequest(
      paths: paths, formSetID: "xicheng-2021", formSet: { source.resolved(for: $0) },
      fiscalYear: year))
}

/// A file of the committed report.
func committed(_ path: String) throws -> String {
  try String(contentsOfFile: repository + "/Content/2021/" + path, encoding: .utf8)
}

extension ImportedReport {
  /// The text of a file of the report.
  func text(_ path: String) throws -> String {
    let file = try #require(files.first { $0.path == path }, "no \(path)")
    return String(decoding: file.bytes, as: UTF8.self)
  }
}

/// The narrative without links to cells.
func withoutBindings(_ markdown: String) -> String {
  markdown.replacing(/\[([^\]]*)\]\(=(?:[^()]|\([^()]*\))*\)/) { String($0.output.1) }
}

/// The ids of the tables that the disclosure has.
let tableIDs = [
  "appropriation", "basic-expenditure", "detail", "expenditure", "general-budget",
  "government-fund", "overall-performance", "revenue", "revenue-expenditure",
  "service-procurement", "special-transfer", "three-public",
]
