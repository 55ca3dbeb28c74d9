import Budget
import Checking
import Loading

/// The flow of a check: load → check, report by report.
struct ContentCheck: Sendable {
  /// What came of a check.
  struct Result: Sendable {
    /// How many reports the content has.
    let reports: Int
    /// Everything found, in reading order.
    let findings: [Finding]
    /// How the tables' checks ended.
    var checks = CheckCounts()
    /// How the narrative's figures are accounted for.
    var figures = FigureCounts()
  }

  let contentFolder: String

  /// Checks all reports.
  func run() async throws -> Result {
    let index = try ContentIndex.scan(DiskFolder(name: contentFolder).content)
    let reports = try await Workers(nil).map(index.reports) { source in
      let (report, findings) = try index.loadReport(source)
      let verification = report.map { Checker(strict: index.site.strict).verify($0) }
      return (findings + (verification?.findings ?? []), verification)
    }
    var result = Result(
      reports: index.reports.count,
      findings: (index.findings + reports.flatMap(\.0)).inReadingOrder())
    for case (_, let verification?) in reports {
      result.checks += verification.checkCounts
      result.figures += verification.figureCounts
    }
    return result
  }
}
