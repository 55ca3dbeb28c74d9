import Budget
import Checking
import Loading
import Publishing
import Rendering
import Searching
import Synchronization

/// The step from the reports' records to what concerns several reports: the pages of the whole site,
/// and the comparison of years. Of all reports it has what lists say of them, in the order of the
/// paths; the summaries it reads for a few at a time.
struct SitePagesStep: Sendable {
  /// What came of it.
  struct Result: Sendable {
    /// What shows only beside other reports.
    var findings: [Finding] = []
    /// The record to leave once the pages are published; `nil` if those that are published were
    /// made from the same summaries.
    var record: SiteRecord?
    /// The lists of an earlier build that are none of these, where other files stay.
    var stale = PathLines()
  }

  private let inputs: SiteInputs
  private let publisher: Publisher
  private let workers: Workers
  /// The reports, by their paths.
  private let reports: [String]
  /// What lists say of each of them, where that is at hand; its record says so, too.
  private let listed: [ListedReport?]

  /// The step that follows on these outcomes.
  init(
    _ outcomes: [ReportOutcome], _ inputs: SiteInputs, _ publisher: Publisher, _ workers: Workers
  ) {
    self.inputs = inputs
    self.publisher = publisher
    self.workers = workers
    reports = outcomes.map(\.path)
    listed = outcomes.map(\.listed)
  }

  /// Stages the pages unless those that are published were made under the same `key`. Where other
  /// files of the site are to stay, it says which of them are not.
  func stage(_ key: Digest, keepingOthers: Bool) async throws -> Result {
    let earlier = SiteRecord(try publisher.record(named: SiteRecord.name))
    if let record = earlier, record.key == key,
      try await publisher.state(ofSiteFiles: record.paths, workers) == record.state,
      try publisher.keep(siteFiles: record.paths)
    {
      return Result(findings: record.hasFindings ? try findings(in: try await listedReports()) : [])
    }
    let listed = try await listedReports()
    let findings = try findings(in: listed)
    let paths = Mutex(PathLines())
    let faults = try await makeFiles(of: listed) { file in
      try publisher.stage(siteFiles: [file], .afterReports)
      paths.withLock { $0.append(file.path) }
    }
    let record = SiteRecord(
      key: key, state: OutputState(value: 0), hasFindings: !findings.isEmpty,
      paths: paths.withLock { $0 }.sorted())
    var result = Result(findings: findings + faults, record: record)
    if keepingOthers, let earlier {
      result.stale = earlier.paths.subtracting(record.paths).lists
    }
    return result
  }

  /// What shows only beside other reports. Those that lie in one folder are set against each other; of
  /// the others only those are looked at that may be copies.
  func findings(in listed: [ListedReport]) throws -> [Finding] {
    let inFolders = listed.indices.groupsOfEqual { listed[$0].folder }
    // Once for each report: sorting asks for it again and again.
    let likeness = listed.map(\.likeness)
    let alike = listed.indices.groupsOfEqual { likeness[$0] }
    return try inFolders.flatMap { places in
      Checker.compare(try places.map { try summary(reports[$0]).outline })
    } + Checker.copies(among: try alike.joined().map { try summary(reports[$0]).outline })
      + deadLinks(in: listed)
  }

  /// Links from one report to what no other one has. Most sites have no links of that kind at all.
  private func deadLinks(in listed: [ListedReport]) throws -> [Finding] {
    let linking = listed.indices.filter { listed[$0].hasLinks }
    if linking.isEmpty { return [] }
    var pages = SitePageNames()
    // Some may not be published yet.
    for report in inputs.index.reports { pages.add(nil, of: report.path) }
    for report in listed { pages.add(report.pages, of: report.path) }
    return try linking.flatMap {
      Checker.deadLinks(of: try summary(reports[$0]).outline, among: pages)
    }
  }

  /// Hands out the pages of the whole site and the files of the search's index, several at a time
  /// and in no particular order, and says what is wrong with the templates. Of that index no more is
  /// held than what a few hundred reports have in it.
  func makeFiles(
    of listed: [ListedReport], _ emit: @escaping @Sendable (OutputFile) throws -> Void
  ) async throws -> [Finding] {
    guard let renderer = inputs.renderer else { return [] }
    let pages = SitePages(renderer, listed) { try summary($0.path) }
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
    for path in reports {
      let search = try read(path) { $0.search }
      try index.add(SearchContribution(bytes: Array(search))) { try emit(OutputFile($0)) }
    }
    try index.finish { try emit(OutputFile($0)) }
    return faults.flatMap(\.self)
  }

  /// What lists say of each report, in the order of the paths.
  func listedReports() async throws -> [ListedReport] {
    let ready = listed.compactMap(\.self)
    if ready.count == reports.count { return ready }
    return try await workers.map(Array(reports.indices)) {
      ListedReport.Common()
    } _: { number, common in
      try listed[number] ?? ListedReport(try summary(reports[number]), &common)
    }
  }

  /// The summary of a report out of its record.
  private func summary(_ path: String) throws -> ReportSummary {
    try read(path) { record throws(DamagedRecord) in try record.readSummary() }
  }

  private func read<Part>(
    _ path: String, _ part: (ReportRecord) throws(DamagedRecord) -> Part
  ) throws -> Part {
    do {
      guard let record = ReportRecord(try publisher.record(of: path), of: path) else {
        throw DamagedRecord()
      }
      return try part(record)
    } catch is DamagedRecord {
      throw publisher.damage(toRecordOf: path)
    }
  }
}

extension Range<Int> {
  /// Those that have something in common with others, in groups. By sorting and not by a dictionary,
  /// for mostly there are none.
  fileprivate func groupsOfEqual<Common: Comparable>(_ common: (Int) -> Common) -> [[Int]] {
    let sorted = sorted { (common($0), $0) < (common($1), $1) }
    var groups: [[Int]] = []
    var start = 0
    while start < sorted.count {
      let value = common(sorted[start])
      let end = sorted[start...].firstIndex { common($0) != value } ?? sorted.count
      if end - start > 1 { groups.append([Int](sorted[start..<end])) }
      start = end
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}

extension Publisher {
  /// Leaves word, once the pages of the whole site are published, of what they were made from.
  func leave(_ record: SiteRecord, _ workers: Workers) async throws {
    guard let state = try await state(ofSiteFiles: record.paths, workers) else { return }
    var left = record
    left.state = state
    try leave(left.bytes, as: SiteRecord.name)
  }

  /// The state of files of the site, some hundreds to a worker; nil if one is missing.
  fileprivate func state(
    ofSiteFiles paths: PathLines, _ workers: Workers
  ) async throws -> OutputState? {
    let states = try await workers.map(paths.runs(of: 256)) { try self.state(ofSiteFiles: $0) }
    var all = OutputState()
    for state in states {
      guard let state else { return nil }
      all.combine(state)
    }
    return all
  }
}

extension PathLines {
  /// The lists of departments and of years among the files of a site: only the site's own pages lead
  /// to them. To others, pages of reports that a build leaves as they are may lead too.
  fileprivate var lists: PathLines {
    var lists = PathLines()
    for path in self where SitePages.isList(path) { lists.append(path) }
    return lists
  }
}
