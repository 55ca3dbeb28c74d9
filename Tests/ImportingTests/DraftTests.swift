import Budget
import Foundation
@testable import Importing
import Loading
import Testing

/// Where no form set is known, one is drafted that loads at once.
struct DraftTests {
  @Test(arguments: ["2021-disclosure.txt", "python-docx.docx", "other-district.xlsx"])
  func aDraftLoadsTogetherWithItsReport(_ name: String) throws {
    let path = name.hasSuffix(".txt") ? sourceText : fixture(name)
    let report = try Importer(tools: tools).report(
      ImportRequest(paths: [path], formSetID: "draft", formSet: { _ in nil }, fiscalYear: 2021))
    #expect(report.balance.isBalanced, "\(report.balance)")
    let draft = try #require(report.draftFormSet)
    var files: [String: [UInt8]] = ["forms/draft.yml": draft.bytes]
    for file in report.files { files["2021/" + file.path] = file.bytes }
    let content = files
    let folder = ContentFolder(
      name: "Content", paths: { content.keys.sorted() }, read: { content[$0] ?? [] })
    let index = try ContentIndex.scan(folder)
    var loader = index.reportLoader()
    let (read, findings) = try loader.load(try #require(index.reports.first))
    let errors = (index.findings + findings).filter { $0.severity == .error }
    #expect(
      errors.isEmpty,
      "\(errors.prefix(5).map { "\($0.position.file):\($0.position.line) \($0.message)" }.joined(separator: "\n"))\n\(String(decoding: draft.bytes, as: UTF8.self))"
    )
    let loaded = try #require(read)
    #expect(loaded.tables.count >= (name.hasSuffix(".xlsx") ? 3 : 11))
  }

  @Test func theDraftKnowsCodesTotalsAndYears() throws {
    let report = try Importer(tools: tools).report(
      ImportRequest(paths: [sourceText], formSetID: "draft", formSet: { _ in nil }))
    let yaml = String(decoding: try #require(report.draftFormSet).bytes, as: UTF8.self)
    #expect(yaml.contains("hierarchy: {by: code, columns: [code], lengths: [3, 5, 7]}"))
    #expect(yaml.contains("- {key: total, label: 总计, sum: items}"))
    #expect(yaml.contains("\"{last_year}年预算数\""))
    #expect(yaml.contains("layout: two-sided"))
    #expect(yaml.contains("- title: 科目\n        columns:\n          - {id: code"))
  }

  @Test func aRowOfFiguresIsAWideTable() throws {
    let report = try Importer(tools: tools).report(
      ImportRequest(
        paths: [fixture("other-district.xlsx")], formSetID: "draft", formSet: { _ in nil },
        fiscalYear: 2022))
    let yaml = String(decoding: try #require(report.draftFormSet).bytes, as: UTF8.self)
    #expect(yaml.contains("    unit: 万元\n    layout: wide\n"))
    #expect(yaml.contains("- {id: abroad, title: 因公出国（境）费, type: amount}"))
    #expect(
      try report.text("tables/three-public.csv").hasSuffix("12.3456,0.00,10.00,0.00,10.00,2.3456\n")
    )
    #expect(report.balance.isBalanced)
  }

  @Test func aFormSetThatFitsNothingIsLeftAlone() throws {
    let report = try Importer(tools: tools).report(
      ImportRequest(
        paths: [sourceText], formSetID: "empty",
        formSet: { _ in FormSet(id: "empty", title: "", forms: []) }))
    #expect(report.draftFormSet?.path == "empty-draft.yml")
    #expect(try report.text("report.yml").contains("form_set: empty-draft\n"))
  }
}
