import Publishing
import Rendering

/// The step from the reports' records to the pages of the whole site. The records are read one at a
/// time, in the order of the reports; what the pages need of all of them is folded by `SitePages`.
struct SitePagesStep {
  /// A report, and the digest of what the pages need of it.
  typealias Summary = (path: String, digest: Digest?)

  private let inputs: SiteInputs
  private let publisher: Publisher

  init(_ inputs: SiteInputs, _ publisher: Publisher) {
    self.inputs = inputs
    self.publisher = publisher
  }

  /// Stages the pages, unless those that are published were made from the same summaries.
  func stage(_ summaries: [Summary]) throws -> SiteRecord? {
    let key = inputs.key(ofSummaries: summaries)
    if let record = SiteRecord(try publisher.record(named: SiteRecord.name)), record.key == key,
      try publisher.keep(siteFiles: record.paths, ifIn: record.state)
    {
      return nil
    }
    var paths: [String] = []
    try make(summaries) { file in
      paths.append(file.path)
      try publisher.stage(siteFiles: [file], .afterReports)
    }
    return SiteRecord(key: key, state: OutputState(value: 0), paths: paths)
  }

  /// Makes the pages, each of which is handed over when it is finished.
  func make(_ summaries: [Summary], _ body: (OutputFile) throws -> Void) throws {
    guard let renderer = inputs.renderer else { return }
    var pages = SitePages(renderer)
    for (path, _) in summaries {
      guard let record = ReportRecord(try publisher.record(of: path), of: path),
        let summary = ReportSummary(encoded: record.summary)
      else { continue }
      for file in pages.add(summary) { try body(OutputFile(path: file.path, bytes: file.bytes)) }
    }
    for file in try pages.finish() { try body(OutputFile(path: file.path, bytes: file.bytes)) }
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
