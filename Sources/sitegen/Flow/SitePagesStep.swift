import Budget
import Checking
import Loading
import Publishing
import Rendering
import Searching
import Synchronization

/// The step from the reports' records to what concerns several reports: the pages of the whole site,
/// and the comparison of years. Of each report it sees the summary, in the order of the paths.
struct SitePagesStep: Sendable {
  /// A report, and the digest of its summary.
  typealias Summary = (path: String, digest: Digest?)

  /// What came of it.
  struct Result: Sendable {
    /// What shows only beside other reports.
    var findings: [Finding] = []
    /// The record to leave once the pages are published; `nil` if those that are published were
    /// made from the same summaries.
    var record: SiteRecord?
  }

  private let inputs: SiteInputs
  private let publisher: Publisher
  private let workers: Workers
  private let summaries: [Summary]

  init(_ summaries: [Summary], _ inputs: SiteInputs, _ publisher: Publisher, _ workers: Workers) {
    self.inputs = inputs
    self.publisher = publisher
    self.workers = workers
    self.summaries = summaries
  }

  /// Stages the pages unless those that are published were made from the same summaries.
  func stage() async throws -> Result {
    let key = inputs.key(ofSummaries: summaries)
    if let record = SiteRecord(try publisher.record(named: SiteRecord.name)), record.key == key,
      try publisher.keep(siteFiles: record.paths, ifIn: record.state)
    {
      return Result(findings: record.hasFindings ? try findings() : [])
    }
    let findings = try findings()
    let paths = Mutex<[String]>([])
    let faults = try await makeFiles { file in
      try publisher.stage(siteFiles: [file], .afterReports)
      paths.withLock { $0.append(file.path) }
    }
    let record = SiteRecord(
      key: key, state: OutputState(value: 0), hasFindings: !findings.isEmpty,
      paths: paths.withLock { $0.sorted() })
    return Result(findings: findings + faults, record: record)
  }

  /// What shows only beside other reports: those that lie in one folder are of one department.
  func findings() throws -> [Finding] {
    let departments = Dictionary(grouping: summaries.indices) { number in
      let path = summaries[number].path
      return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }
    return try departments.values.filter { $0.count > 1 }.flatMap { numbers in
      Checker.compareWithLastYear(try numbers.map { try summary($0).outline })
    }
  }

  /// Hands out the pages of the whole site and the files of the search's index, several at a time
  /// and in no particular order, and says what is wrong with the templates. Of that index no more is
  /// held than what a few hundred reports have in it.
  func makeFiles(
    _ emit: @escaping @Sendable (OutputFile) throws -> Void
  ) async throws -> [Finding] {
    guard let renderer = inputs.renderer else { return [] }
    let reports = try await workers.map(Array(summaries.indices)) {
      ListedReport.Common()
    } _: { number, common in
      ListedReport(try summary(number), number: number, &common)
    }
    let pages = SitePages(renderer, reports) { try summary($0) }
    let faults = try await workers.map(pages.parts) { part in
      do {
        try pages.make(part) { try emit(OutputFile($0)) }
        return [Finding]()
      } catch let error as TemplateError {
        return error.findings
      }
    }
    guard inputs.index.site.search else { return faults.flatMap(\.self) }
    var index = SearchIndexWriter()
    for (path, _) in summaries {
      guard let record = ReportRecord(try publisher.record(of: path), of: path) else { continue }
      try index.add(SearchContribution(bytes: Array(record.search))) { try emit(OutputFile($0)) }
    }
    try index.finish { try emit(OutputFile($0)) }
    return faults.flatMap(\.self)
  }

  /// The summary of a report out of its record.
  private func summary(_ number: Int) throws -> ReportSummary {
    let path = summaries[number].path
    guard let record = ReportRecord(try publisher.record(of: path), of: path) else {
      throw DamagedRecord()
    }
    return try record.readSummary()
  }
}

extension Publisher {
  /// Leaves word, once the pages of the whole site are published, of what they were made from.
  func leave(_ record: SiteRecord) throws(PublishingError) {
    guard let state = try state(ofSiteFiles: record.paths) else { return }
    var left = record
    left.state = state
    try leave(left.bytes, as: SiteRecord.name)
  }
}
