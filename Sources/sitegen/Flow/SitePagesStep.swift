import Budget
import Checking
import Loading
import Publishing
import Rendering
import Searching

/// The step from the reports' records to what concerns several reports: the pages of the whole site,
/// and the comparison of years. Of each report it sees the summary, in the order of the paths.
struct SitePagesStep {
  /// A report, and the digest of its summary.
  typealias Summary = (path: String, digest: Digest?)

  private let inputs: SiteInputs
  private let publisher: Publisher
  private let summaries: [Summary]
  private let reports: [ReportSummary]

  /// Reads the summaries out of the records.
  init(_ summaries: [Summary], _ inputs: SiteInputs, _ publisher: Publisher) throws {
    self.inputs = inputs
    self.publisher = publisher
    self.summaries = summaries
    var reports: [ReportSummary] = []
    for (path, _) in summaries {
      let record = ReportRecord(try publisher.record(of: path), of: path)
      if let record, let report = ReportSummary(encoded: record.summary) { reports.append(report) }
    }
    self.reports = reports
  }

  /// What shows only beside other reports.
  var findings: [Finding] { Checker.compareWithLastYear(reports.map(\.outline)) }

  /// Hands out the pages of the whole site, then the files of the search's index. Of that index no
  /// more is held than what a few hundred reports have in it.
  func makeFiles(_ emit: ([OutputFile]) throws -> Void) throws {
    guard let renderer = inputs.renderer else { return }
    try emit(try renderer.siteFiles(for: reports).map(OutputFile.init))
    guard inputs.index.site.search else { return }
    var index = SearchIndexWriter()
    func emitOne(_ file: SearchFile) throws {
      try emit([OutputFile(file)])
    }
    for (path, _) in summaries {
      guard let record = ReportRecord(try publisher.record(of: path), of: path) else { continue }
      try index.add(SearchContribution(bytes: record.search), emitOne)
    }
    try index.finish(emitOne)
  }

  /// Stages the pages, and gives the record to leave once they are published; nothing if those that
  /// are published were made from the same summaries.
  func stage() throws -> SiteRecord? {
    let key = inputs.key(ofSummaries: summaries)
    if let record = SiteRecord(try publisher.record(named: SiteRecord.name)), record.key == key,
      try publisher.keep(siteFiles: record.paths, ifIn: record.state)
    {
      return nil
    }
    var paths: [String] = []
    try makeFiles { files in
      try publisher.stage(siteFiles: files, .afterReports)
      paths += files.map(\.path)
    }
    return SiteRecord(key: key, state: OutputState(value: 0), paths: paths)
  }
}

extension Publisher {
  /// Leaves word, once the pages of the whole site are published, of what they were made from.
  func leave(_ record: SiteRecord) throws(PublishingError) {
    guard let state = try state(ofSiteFiles: record.paths) else { return }
    let left = SiteRecord(key: record.key, state: state, paths: record.paths)
    try leave(left.bytes, as: SiteRecord.name)
  }
}
