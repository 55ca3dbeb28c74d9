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
    /// How the checks ended, and how the narrative's figures are accounted for.
    var counts = Verification.Counts()
  }

  let contentFolder: String

  /// Checks all reports.
  func run() async throws -> Result {
    let index = try ContentIndex.scan(DiskFolder(name: contentFolder).content)
    let strict = index.site.strict
    let reports = try await Workers(nil).map(index.reports, tool: index.reportLoader) {
      source, loader in
      let (report, findings) = try loader.load(source)
      let verification = report.map { Checker.verify($0, strict: strict) }
      return (findings + (verification?.findings ?? []), verification)
    }
    var result = Result(
      reports: index.reports.count,
      findings: (index.findings + reports.flatMap(\.0)).inReadingOrder())
    for case (_, let verification?) in reports {
      result.counts += verification.counts
    }
    return result
  }
}
