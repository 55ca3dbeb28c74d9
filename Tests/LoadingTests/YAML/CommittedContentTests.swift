import Budget
import Foundation
import Loading
import Testing

@Suite("The committed content")
struct CommittedContentTests {
  private let content = ContentFolder.onDisk(
    packageFolder.appending(path: "Content"), name: "Content")

  @Test("loads without an error")
  func loads() throws {
    let (reports, findings) = try content.loaded()
    #expect(findings.filter { $0.severity == .error } == [])
    let report = try #require(reports.first)
    #expect(reports.count == 1)
    #expect(report.path == "2021")
    #expect(report.department == "北京市西城区全响应服务中心")
    #expect(report.fiscalYear == 2021)
    #expect(report.tables.count == 13)
    #expect(report.formSet.plans.count == 29)
  }
}
