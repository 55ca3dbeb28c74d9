import Budget
import Foundation
import Loading
import Testing

/// Corrections and overviews of the small content in `Fixtures/small-content`.
@Suite("Corrections")
struct CorrectionTests {
  private func load(_ changes: [String: String]) throws -> (Report, [String]) {
    let folder = ContentFolder.onDisk(
      packageFolder.appending(path: "Tests/LoadingTests/Fixtures/small-content"), name: "Content")
    var files: [String: [UInt8]] = [:]
    for path in try folder.paths() { files[path] = try folder.read(path) }
    for (path, text) in changes { files[path] = Array(text.utf8) }
    let (reports, findings) = try ContentFolder.inMemory(files).loaded()
    return (try #require(reports.first), findings.map(\.summary))
  }

  @Test("keep the earlier value, in the order of their dates")
  func order() throws {
    let (report, findings) = try load([
      "2021/corrections.yml": """
      - {date: 2021-03-02 10:00, cell: "表一[101].合计", earlier: "6.00", now: "5", reason: 乙}
      - {date: 2021-03-01, cell: "表一[101].合计", earlier: "1,007.00", now: 6元, reason: 甲}
      - {date: 2021-03-03, section: 说 明, earlier: 收入6元, now: 收入5元, reason: 丙}
      """
    ])
    #expect(findings == [])
    #expect(
      report.corrections.map(\.date.description) == [
        "2021-03-01", "2021-03-02 10:00", "2021-03-03",
      ])
    #expect(report.corrections.map(\.earlier) == ["1,007.00", "6.00", "收入6元"])
    #expect(report.corrections.first?.cell == CellAddress(table: 0, row: 0, column: 2))
    #expect(report.corrections.last?.place == .section(anchor: "说明", title: "说明"))
    #expect(report.updated?.day == "2021-03-03")
  }

  @Test("are none where the file says nothing")
  func empty() throws {
    for text in ["# 暂无更正\n", "", "[]\n"] {
      let (report, findings) = try load(["2021/corrections.yml": text])
      #expect(report.corrections == [] && findings == [])
    }
    #expect(try load([:]).0.updated?.description == "2021-02-03 09:30")
  }

  @Test("of a table that the form set lacks are refused at the cell")
  func unknownTable() throws {
    let (report, findings) = try load([
      "2021/corrections.yml":
        "- {date: 2021-03-01, cell: \"表九[101].合计\", earlier: \"6\", now: \"5\", reason: 甲}\n"
    ])
    #expect(report.corrections == [])
    #expect(findings == ["Content/2021/corrections.yml:1:28 correction-place"])
  }
}
