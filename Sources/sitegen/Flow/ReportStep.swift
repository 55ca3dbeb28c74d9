import Budget
import Checking
import Loading
import Publishing
import Rendering
import Searching

/// What became of one report; small, since there may be ten thousand. All else is in its record.
struct ReportOutcome: Sendable {
  /// What became of it.
  enum Kind: Sendable { case good, bad, missing }

  let path: String
  let kind: Kind
  /// By which the pages of the whole site depend on it, if it is good.
  var summary: Digest?
  /// What lists of the whole site say of it, if it was built just now.
  var listed: ListedReport?
}

extension ReportOutcome {
  /// What became of the report that has left this record.
  init(_ record: ReportRecord, _ kind: Kind, _ listed: ListedReport? = nil) {
    self.init(
      path: record.path, kind: kind, summary: kind == .good ? record.basis : nil, listed: listed)
  }
}

/// One report on its way from content to the stage: its files are published later, its record has
/// its summary for the pages of the whole site, and its findings.
///
/// Each worker has one; what it remembers from one report to the next does not show.
struct ReportStep {
  /// What happens with a report whose published pages are not up to date.
  enum Purpose: Sendable {
    /// It is built. `forMerging`: its record vouches for the files on their way to a merge.
    case publish(forMerging: Bool)
    /// It is built, as every report is, and only compared with what is published.
    case verify
    /// It is taken out of one of these outputs.
    case merge([Publisher])
  }

  private let inputs: SiteInputs
  private let checks: Bool
  private let purpose: Purpose
  private let publisher: Publisher
  private let shared: SharedFindings
  private let files: ReportInputs
  private var loader: ReportLoader
  private var common = ListedReport.Common()

  init(
    _ inputs: SiteInputs, checks: Bool, purpose: Purpose, publisher: Publisher,
    shared: SharedFindings
  ) {
    self.inputs = inputs
    self.checks = checks
    self.purpose = purpose
    self.publisher = publisher
    self.shared = shared
    files = ReportInputs(inputs.content)
    loader = inputs.index.reportLoader(reading: files.content)
  }

  /// What came of a report.
  struct Result: Sendable {
    let outcome: ReportOutcome
    /// What was found in it, as people read it.
    let findings: ArraySlice<UInt8>
  }

  /// Makes sure that a report is up to date, or staged to be.
  mutating func run(_ source: ReportSource) throws -> Result {
    let record = try recordToKeep(of: source)
    let digest = try files.read(source)
    if let record, let kept = try kept(record, digest) { return kept }
    if case .merge(let parts) = purpose { return try taken(source, digest, from: parts) }
    return try build(source, digest)
  }

  /// The record of a report that may stay as it is published.
  private func recordToKeep(of source: ReportSource) throws -> ReportRecord? {
    if case .verify = purpose { return nil }
    if inputs.renderer == nil { return nil }
    return try record(of: source, in: publisher)
  }

  /// The report as it is published, if that is what inputs with this digest make.
  private func kept(_ record: ReportRecord, _ digest: Digest) throws -> Result? {
    // A whole build leaves no word of the files' digest, by which a merge knows them.
    if case .publish(forMerging: true) = purpose, record.files == nil { return nil }
    guard has(record, keyOf: digest), try publisher.keep(folder: record.path, ifIn: record.state)
    else { return nil }
    return Result(record, .good)
  }

  private func record(of source: ReportSource, in output: Publisher) throws -> ReportRecord? {
    ReportRecord(try output.record(of: source.path), of: source.path)
  }

  /// Whether a report was built under the key that it has with inputs of this digest.
  private func has(_ record: ReportRecord, keyOf digest: Digest) -> Bool {
    record.key == inputs.key(of: digest, formSet: record.formSet)
  }

  private func taken(
    _ source: ReportSource, _ digest: Digest, from parts: [Publisher]
  ) throws -> Result {
    for part in parts where part.hasReport(in: source.path) {
      guard let record = try record(of: source, in: part), has(record, keyOf: digest) else {
        continue
      }
      let pages = try part.files(ofReport: source.path)
      guard record.files == Self.digest(of: pages) else { continue }
      return try stage(record, pages)
    }
    return Result(outcome: ReportOutcome(path: source.path, kind: .missing), findings: [])
  }

  private mutating func build(_ source: ReportSource, _ digest: Digest) throws -> Result {
    let (report, loading) = try loader.load(source)
    var findings = loading
    var made: Made?
    if let report {
      // What checking looks up, the pages need again.
      let index = ReportIndex(report)
      let verification = verification(of: index)
      findings += verification.findings
      if !findings.blocksPublication {
        made = try make(index, verification, source)
      }
    }
    // What a report with errors names may be anything, and its record has no key that depends on it.
    let formSet = made == nil ? "" : report?.formSet.id ?? ""
    let record = ReportRecord(
      path: source.path, key: made.map { _ in inputs.key(of: digest, formSet: formSet) },
      formSet: formSet, summary: made?.summary ?? [], search: made?.search ?? [],
      findings: text(of: findings.inReadingOrder()))
    guard let made else { return Result(record, .bad) }
    return try stage(record, made.files, made.listed)
  }

  /// What is made of a sound report.
  private struct Made {
    var files: [OutputFile]
    let summary: [UInt8]
    let listed: ListedReport
    /// What the index of the site's search needs of it.
    var search: [UInt8] = []
  }

  /// Makes all of a report that goes out or into its record; `nil` if the templates cannot make it.
  private mutating func make(
    _ index: ReportIndex, _ verification: Verification, _ source: ReportSource
  ) throws -> Made? {
    let report = index.report
    guard let pages = try pages(of: index, verification, source) else { return nil }
    let summary = ReportSummary(index)
    var record = RecordWriter()
    record.write(summary)
    var made = Made(
      files: pages, summary: record.bytes, listed: ListedReport(summary, &common))
    if inputs.index.site.search {
      let search = ReportSearch(report)
      made.files += search.files.map(OutputFile.init)
      made.search = search.contribution.bytes
    }
    return made
  }

  private func verification(of index: ReportIndex) -> Verification {
    checks
      ? Checker.verify(index, strict: inputs.index.site.strict)
      : Verification(checks: [], figures: [], findings: [])
  }

  /// The report's pages and pictures; `nil` if the templates cannot make them.
  private func pages(
    of index: ReportIndex, _ verification: Verification, _ source: ReportSource
  ) throws -> [OutputFile]? {
    guard let renderer = inputs.renderer else { return nil }
    do {
      var pages = try renderer.files(of: index, verification).map(OutputFile.init)
      // Pictures go out as they are; loading has made sure that they are there.
      for picture in index.report.narrative.pictures {
        let bytes = try files.bytes(of: source.path + "/" + picture.file)
        pages.append(OutputFile(path: picture.file, bytes: bytes))
      }
      return pages
    } catch let error as TemplateError {
      shared.add(error.findings)
      return nil
    }
  }

  private func stage(
    _ record: ReportRecord, _ pages: [OutputFile], _ listed: ListedReport? = nil
  ) throws -> Result {
    var record = record
    switch purpose {
    case .verify:
      let differences = try publisher.differences(of: pages, in: record.path)
      shared.add(differences)
      try publisher.stage(record: record.bytes, of: record.path)
    case .publish(let forMerging):
      record.files = forMerging ? Self.digest(of: pages) : nil
      try publisher.stage(folder: record.path, files: pages) { record.bytes(in: $0) }
    case .merge:
      try publisher.stage(folder: record.path, files: pages) { record.bytes(in: $0) }
    }
    return Result(record, .good, listed)
  }

  /// The digest of pages, whatever their order.
  private static func digest(of pages: [OutputFile]) -> Digest {
    var digest = DigestBuilder()
    for page in pages.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      digest.add(page.path)
      digest.add(page.bytes)
    }
    return digest.finish()
  }

  private func text(of findings: [Finding]) -> [UInt8] {
    let folder = inputs.content
    let excerpts = Excerpts { file in
      guard file.hasPrefix(folder.name + "/") else { return nil }
      let path = String(file.dropFirst(folder.name.count + 1))
      return (try? files.bytes(of: path)) ?? (try? folder.bytes(of: path))
    }
    return FindingText(findings, excerpts).bytes
  }
}

extension ReportStep.Result {
  /// What came of the report that has left this record.
  fileprivate init(
    _ record: ReportRecord, _ kind: ReportOutcome.Kind, _ listed: ListedReport? = nil
  ) {
    self.init(outcome: ReportOutcome(record, kind, listed), findings: record.findings)
  }
}
