import Budget
import Foundation
import Loading
import Publishing

/// The whole flow of a build, from content to site. Report by report, on all cores:
/// load → check → render → stage; then, if nothing is wrong anywhere, everything is swapped in.
///
/// Of a report that is done, a digest and what lists say of it stay in memory; its pages and its
/// summary wait on disk, and what was found has been said. Only the summaries come back, few at a
/// time, for the pages of the whole site.
struct SiteBuild: Sendable {
  /// What is to be built.
  enum Scope: Sendable {
    /// All reports and the pages of the whole site.
    case everything
    /// The reports at these paths or below; the others stay as they are published.
    case only([String])
    /// The reports of one shard, and nothing of the whole site.
    case shard(Shard)
    /// Everything, as it was built in the outputs of shards.
    case merge([String])
  }

  /// What came of a build.
  enum Result: Sendable {
    /// There are errors, and nothing was published.
    case refused
    /// Reports that no shard has in their present state; nothing was published.
    case incomplete([String])
    /// The site was published, but for its own pages where these are `stale`.
    /// `abandoned` are reports that are still there and no longer in the content.
    case published(reports: Int, PublishSummary, stale: StalePages?, abandoned: [String])
  }

  /// Why the pages of the whole site do not show what was built.
  enum StalePages: Sendable {
    /// The records of other reports are not there.
    case otherReportsUnknown
    /// A shard makes none, and those of an earlier build are there.
    case fromBeforeShard
  }

  let contentFolder: String
  let templatesFolder: String
  let outputFolder: String
  let jobs: Int?
  let baseURL: String?
  var scope = Scope.everything
  /// Whether tables and figures are checked. Only measurements leave it out.
  var checks = true

  /// Builds the site, and gives the text of everything found to `say`: first of what the reports
  /// share, then of each report while others are built, at last of what shows only beside others.
  /// Nothing is published, and what is published stays, if there are errors.
  func run(_ say: @escaping @Sendable (ArraySlice<UInt8>) -> Void) async throws -> Result {
    // Both take their time. But no output is made before it is sure that there is content for it.
    let isThere = DiskFolder(name: outputFolder).exists
    async let early = isThere ? Publisher(open: outputFolder) : nil
    let (inputs, sources): (SiteInputs, [ReportSource])
    do {
      inputs = try await readInputs()
      sources = try selected(inputs.index.reports)
    } catch {
      try? await early?.discard()
      throw error
    }
    let publisher = try await early ?? Publisher(open: outputFolder)
    var staged: Staged
    do {
      staged = try await stage(sources, inputs, publisher, say)
      guard staged.isSound else {
        try publisher.discard()
        return staged.missing.isEmpty ? .refused : .incomplete(staged.missing)
      }
      try publisher.beginSwapping()
    } catch {
      try? publisher.discard()
      throw error
    }
    let summary = try await swap(staged, publisher)
    return .published(
      reports: sources.count, summary, stale: staged.stalePages,
      abandoned: abandoned(in: publisher, inputs.index.reports))
  }

  /// What waits to be swapped in.
  private struct Staged: Sendable {
    var reports: [String] = []
    /// The pages of the whole site, if they are new.
    var site: SiteRecord?
    var stalePages: StalePages?
    /// Pages of the whole site that are none any more.
    var staleFiles = PathLines()
    /// Reports that no shard has.
    var missing: [String] = []
    /// Whether all is well.
    var isSound = false
  }

  private func stage(
    _ sources: [ReportSource], _ inputs: SiteInputs, _ publisher: Publisher,
    _ say: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> Staged {
    let shared = SharedFindings()
    let purpose = try purpose()
    say(text(of: inputs.findings))
    let outcomes = try await outcomes(of: sources, say) {
      ReportStep(inputs, checks: checks, purpose: purpose, publisher: publisher, shared: shared)
    }
    var staged = Staged(reports: outcomes.map(\.path))
    staged.missing = outcomes.filter { $0.kind == .missing }.map(\.path)
    staged.isSound =
      outcomes.allSatisfy { $0.kind == .good } && !inputs.findings.blocksPublication
    if isShard, publisher.hasSitePages { staged.stalePages = .fromBeforeShard }
    if staged.isSound, !isShard {
      try publisher.stage(siteFiles: inputs.assets, .beforeReports)
      // The last use of the outcomes, which take more than all that is needed from here on.
      if let (step, key) = try sitePages(outcomes, inputs, publisher) {
        let pages = try await step.stage(key, keepingOthers: !isWhole)
        shared.add(pages.findings)
        staged.site = pages.record
        staged.staleFiles = pages.stale
      } else {
        staged.stalePages = .otherReportsUnknown
      }
    }
    say(text(of: shared.findings))
    if shared.findings.blocksPublication { staged.isSound = false }
    return staged
  }

  private func swap(_ staged: Staged, _ publisher: Publisher) async throws -> PublishSummary {
    _ = try await Workers(jobs).map(staged.reports) { try publisher.swap(folder: $0) }
    let summary = try publisher.finish(keepingOthers: !isWhole, except: staged.staleFiles)
    if isWhole { try publisher.removeRecords(except: staged.reports) }
    if let site = staged.site { try await publisher.leave(site, Workers(jobs)) }
    return summary
  }

  /// Reads all but the reports.
  func readInputs() async throws -> SiteInputs {
    try await SiteInputs(
      content: DiskFolder(name: contentFolder), templates: DiskFolder(name: templatesFolder),
      baseURL: baseURL, flags: checks ? [] : ["without checks"])
  }

  /// What became of these reports; `say` gets the findings of each, in their order.
  func outcomes(
    of sources: [ReportSource], _ say: @escaping @Sendable (ArraySlice<UInt8>) -> Void,
    _ step: @escaping @Sendable () -> ReportStep
  ) async throws -> [ReportOutcome] {
    let findings = FindingsInOrder(say)
    return try await Workers(jobs).map(Array(sources.indices), step) { number, step in
      let result = try step.run(sources[number])
      findings.add(result.findings, ofReport: number)
      return result.outcome
    }
  }

  /// Findings as people read them, with lines of the content and the templates.
  func text(of findings: [Finding]) -> ArraySlice<UInt8> {
    FindingText(findings.inReadingOrder(), Excerpts(contentFolder, templatesFolder)).bytes[...]
  }

  /// The reports that a build of some leaves on the site though the content no longer has them.
  private func abandoned(in publisher: Publisher, _ reports: [ReportSource]) -> [String] {
    guard case .only = scope else { return [] }
    let paths = Set(reports.map(\.path))
    return publisher.folders(holding: Report.reconciliationPage).filter { !paths.contains($0) }
  }

  private var isWhole: Bool {
    switch scope {
    case .everything, .merge: true
    case .only, .shard: false
    }
  }

  private var isShard: Bool {
    if case .shard = scope { true } else { false }
  }

  private func selected(_ reports: [ReportSource]) throws -> [ReportSource] {
    switch scope {
    case .everything, .merge: return reports
    case .shard(let shard): return reports.filter { shard.has($0.path) }
    case .only(let paths):
      for path in paths where !reports.contains(where: { $0.isAt(path) }) {
        throw ContentFolderError(path: contentFolder + "/" + path, reason: "这里没有报告")
      }
      return reports.filter { report in paths.contains { report.isAt($0) } }
    }
  }

  private func purpose() throws -> ReportStep.Purpose {
    guard case .merge(let folders) = scope else { return .publish(forMerging: isShard) }
    return .merge(
      try folders.map { folder in
        guard DiskFolder(name: folder).exists else {
          throw ContentFolderError(path: folder, reason: "没有这个文件夹")
        }
        guard Publisher.hasOutput(in: folder) else {
          throw ContentFolderError(
            path: folder, reason: "这里没有 sitegen build --shard 生成的内容，没有改动它")
        }
        return try Publisher(open: folder)
      })
  }

  /// The step that makes the pages of the whole site, and their key; `nil` if they stay as they are.
  private func sitePages(
    _ outcomes: [ReportOutcome], _ inputs: SiteInputs, _ publisher: Publisher
  ) throws -> (SitePagesStep, key: Digest)? {
    guard let all = isWhole ? outcomes : try withOthers(outcomes, inputs, publisher) else {
      return nil
    }
    let summaries = all.lazy.map { (path: $0.path, digest: $0.summary) }
    return (
      SitePagesStep(all, inputs, publisher, Workers(jobs)), inputs.key(ofSummaries: summaries)
    )
  }

  /// The outcomes with those of the reports that are published and stay as they are; `nil` if the
  /// record of one is not there.
  private func withOthers(
    _ outcomes: [ReportOutcome], _ inputs: SiteInputs, _ publisher: Publisher
  ) throws -> [ReportOutcome]? {
    let built = Dictionary(uniqueKeysWithValues: outcomes.map { ($0.path, $0) })
    var all: [ReportOutcome] = []
    for report in inputs.index.reports {
      if let outcome = built[report.path] {
        all.append(outcome)
      } else if publisher.hasReport(in: report.path) {
        let record = ReportRecord(try publisher.record(of: report.path), of: report.path)
        guard let record, (try? record.readSummary()) != nil,
          !inputs.index.site.search || !record.search.isEmpty,
          try publisher.isPublished(folder: report.path, in: record.state)
        else { return nil }
        all.append(ReportOutcome(record, .good))
      }
    }
    return all
  }
}

extension ReportSource {
  /// Whether the report is the folder at a path, or lies below it.
  fileprivate func isAt(_ path: String) -> Bool {
    self.path == path || self.path.hasPrefix(path + "/")
  }
}
