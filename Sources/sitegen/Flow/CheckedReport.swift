import Budget
import Checking
import Loading

/// What remains of a report that was loaded and checked, without pages.
struct CheckedReport: Sendable {
  /// What loading and checking found.
  let findings: [Finding]
  /// How its checks ended; `nil` if it could not be loaded.
  let counts: Verification.Counts?
  /// What its unbound figures could be bound to, if it has any.
  let proposals: BindingProposals?
  /// What it is compared with other years by.
  let outline: ReportOutline?
  /// The names of its pages, to which others may link; `nil` if it could not be loaded.
  let pages: [String]?

  /// Loads and checks the report of `source`, which lies in the folder `content`.
  init(
    _ source: ReportSource, _ loader: inout ReportLoader, strict: Bool, in content: ContentFolder
  ) throws {
    let (report, findings) = try loader.load(source)
    let verification = report.map { Checker.verify($0, strict: strict) }
    let proposals = try report.map { try BindingProposals($0, in: content) }
    self.findings = findings + (verification?.findings ?? [])
    counts = verification?.counts
    self.proposals = proposals.flatMap { $0.figures.isEmpty ? nil : $0 }
    outline = report.map { ReportOutline($0, ReportIndex($0)) }
    pages = report?.pages
  }
}
