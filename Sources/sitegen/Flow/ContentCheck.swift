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
    private(set) var counts = Verification.Counts()
    /// What the unbound figures could be bound to.
    let proposals: [BindingProposals]

    /// What came of these reports, and of what they have in common.
    init(_ reports: [CheckedReport], common: [Finding]) {
      self.reports = reports.count
      findings = (common + reports.flatMap(\.findings)).inReadingOrder()
      for case .some(let counts) in reports.map(\.counts) { self.counts += counts }
      proposals = reports.compactMap(\.proposals)
    }
  }

  let contentFolder: String

  /// Checks all reports.
  func run() async throws -> Result {
    let content = DiskFolder(name: contentFolder).content
    let index = try ContentIndex.scan(content)
    let strict = index.site.strict
    let reports = try await Workers(nil).map(index.reports) {
      index.reportLoader()
    } _: { source, loader in
      try CheckedReport(source, &loader, strict: strict, in: content)
    }
    let lastYear = Checker.compare(reports.compactMap(\.outline))
    let links = deadLinks(in: reports, of: index)
    return Result(reports, common: index.findings + lastYear + links)
  }

  /// Links from one report to what no other one has. Where there are folders that cannot be reports,
  /// links to them are not to blame.
  private func deadLinks(in reports: [CheckedReport], of index: ContentIndex) -> [Finding] {
    if index.findings.blocksPublication { return [] }
    var pages = SitePageNames()
    for (source, report) in zip(index.reports, reports) { pages.add(report.pages, of: source.path) }
    return reports.compactMap(\.outline).flatMap { Checker.deadLinks(of: $0, among: pages) }
  }

  /// Writes every binding that is the only answer into the narratives, and says how many.
  func writeOnlyAnswers(_ proposals: [BindingProposals]) throws -> Int {
    let folder = DiskFolder(name: contentFolder)
    var written = 0
    var files: [(path: String, bytes: [UInt8])] = []
    for report in proposals {
      guard let file = try NarrativeFile(report, in: folder) else { continue }
      let (text, count) = report.applied(to: file.text)
      guard count > 0 else { continue }
      files.append((file.path, try file.bytes(with: text)))
      written += count
    }
    try write(files, into: folder)
    return written
  }

  /// Writes the chosen bindings into the narratives: all of them, or none if one cannot be.
  func write(_ choices: [BindingChoice], of proposals: [BindingProposals]) throws {
    let folder = DiskFolder(name: contentFolder)
    var rest = choices
    var problems: [String] = []
    var files: [(path: String, bytes: [UInt8])] = []
    for report in proposals {
      let own = rest.filter { $0.isAbout(report.file) }
      rest.removeAll { own.contains($0) }
      guard !own.isEmpty, let file = try NarrativeFile(report, in: folder) else { continue }
      let (text, unusable) = report.applied(to: file.text, choices: own)
      problems += unusable
      files.append((file.path, try file.bytes(with: text)))
    }
    problems += rest.map { "--bind \($0.text)：没有缺少数据来源的数字在 \($0.file) 里，请核对文件名。" }
    guard problems.isEmpty else { throw UnusableChoices(messages: problems) }
    try write(files, into: folder)
  }

  /// Writes narratives, as many as it can.
  private func write(_ files: [(path: String, bytes: [UInt8])], into folder: DiskFolder) throws {
    var failures: [ContentFolderError] = []
    var written: [String] = []
    for (path, bytes) in files {
      do throws(ContentFolderError) {
        try folder.write(bytes, to: path)
        written.append(folder.name + "/" + path)
      } catch {
        failures.append(error)
      }
    }
    guard failures.isEmpty else { throw UnwrittenNarratives(failures: failures, written: written) }
  }
}
