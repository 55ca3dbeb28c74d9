import Budget
import Loading
import Publishing

/// Builds everything anew, believing no record, and compares it with what is published. Nothing is
/// changed; only what a killed build has left half done is put right first, as by any build.
struct SiteVerification: Sendable {
  /// What came of it.
  enum Result: Sendable {
    /// The content has errors; there is nothing to compare with.
    case refused
    /// How what is published differs; `stale` are the files that should not be there.
    case compared(reports: Int, [Difference], stale: [String])
  }

  let build: SiteBuild

  /// Compares, and gives the text of everything found in the content to `say`.
  func run(_ say: @escaping @Sendable (ArraySlice<UInt8>) -> Void) async throws -> Result {
    let inputs = try await build.readInputs()
    let publisher = try Publisher(open: build.outputFolder)
    defer { try? publisher.discard() }
    let (checks, shared) = (build.checks, SharedFindings())
    say(build.text(of: inputs.findings))
    let outcomes = try await build.outcomes(of: inputs.index.reports, say) {
      ReportStep(inputs, checks: checks, purpose: .verify, publisher: publisher, shared: shared)
    }
    let isGood = outcomes.allSatisfy { $0.kind == .good } && !inputs.findings.blocksPublication
    if isGood {
      let pages = SitePagesStep(outcomes, inputs, publisher, Workers(build.jobs))
      let listed = try await pages.listedReports()
      shared.add(try pages.findings(in: listed))
      shared.add(
        try await pages.makeFiles(of: listed) {
          shared.add(try publisher.differences(of: [$0]))
        })
      shared.add(try publisher.differences(of: inputs.assets))
      shared.add([try publisher.manifestDifference()].compactMap(\.self))
    }
    say(build.text(of: shared.findings))
    guard isGood, !shared.findings.blocksPublication else { return .refused }
    return .compared(
      reports: outcomes.count, shared.differences, stale: try publisher.stalePaths())
  }
}
