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
    /// What the unbound figures could be bound to.
    var proposals: [BindingProposals] = []
  }

  /// What remains of a report that was checked.
  private struct Checked: Sendable {
    let findings: [Finding]
    let counts: Verification.Counts?
    let proposals: BindingProposals?
    let outline: ReportOutline?
  }

  let contentFolder: String

  /// Checks all reports.
  func run() async throws -> Result {
    let index = try ContentIndex.scan(DiskFolder(name: contentFolder).content)
    let strict = index.site.strict
    let name = contentFolder
    let reports = try await Workers(nil).map(index.reports) {
      index.reportLoader()
    } _: { source, loader in
      let (report, findings) = try loader.load(source)
      let verification = report.map { Checker.verify($0, strict: strict) }
      let proposals = report.map { BindingProposals($0, content: name) }
      return Checked(
        findings: findings + (verification?.findings ?? []), counts: verification?.counts,
        proposals: proposals, outline: report.map { ReportOutline($0, ReportIndex($0)) })
    }
    let lastYear = Checker.compare(reports.compactMap(\.outline))
    var result = Result(
      reports: index.reports.count,
      findings: (index.findings + reports.flatMap(\.findings) + lastYear).inReadingOrder())
    for report in reports {
      if let counts = report.counts { result.counts += counts }
      if let proposals = report.proposals, !proposals.figures.isEmpty {
        result.proposals.append(proposals)
      }
    }
    return result
  }

  /// Writes the chosen bindings into the narratives, or without a choice every one that is the only
  /// answer, and says how many those are.
  func writeBindings(_ proposals: [BindingProposals], choices: [BindingChoice]) throws -> Int {
    let folder = DiskFolder(name: contentFolder)
    var written = 0
    for report in proposals {
      var findings: [Finding] = []
      let bytes = try folder.bytes(of: report.path)
      guard let source = SourceText.decoding(bytes, file: report.file, into: &findings) else {
        continue
      }
      let (text, count) = report.applied(to: source.string, choices: choices)
      guard count > 0 else { continue }
      try folder.write(Array(text.utf8), to: report.path)
      written += count
    }
    return written
  }
}
