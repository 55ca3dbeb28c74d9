import Testing

@testable import Comparing

@Suite struct SiteComparisonTests {
  @Test(arguments: ["", "2021", "2021/财政局", "财政局/2021"])
  func aReportInAnyFolder(folder: String) throws {
    let changes = try changes(
      from: SmallReport(amount: "1.00"), to: SmallReport(amount: "2.50"), in: folder)
    #expect(changes.map(\.kind) == [.figureChanged])
    #expect(changes.first?.place.report == folder)
    #expect(changes.first?.difference?.amount == "1.50")
  }

  @Test func reportsWithTheSamePagesHaveNoDifference() throws {
    let reports: KeyValuePairs = ["2021/财政局": SmallReport(), "2021": SmallReport()]
    #expect(try SiteComparison(old: site(reports), new: site(reports)).difference().changes.isEmpty)
  }
}
