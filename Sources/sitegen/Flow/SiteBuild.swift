import Budget
import Checking
import Loading
import Publishing
import Rendering

/// The whole flow of a build, from content to site:
/// load → check → render → publish, report by report.
struct SiteBuild: Sendable {
  /// What came of a build.
  struct Result: Sendable {
    /// How many reports the content has.
    let reports: Int
    /// Everything found on the way, in reading order.
    let findings: [Finding]
    /// What was published; `nil` if nothing was, because of errors.
    let published: PublishSummary?
  }

  let contentFolder: String
  let templatesFolder: String
  let outputFolder: String
  let jobs: Int?
  let baseURL: String?
  /// Whether tables and figures are checked. Only measurements leave it out.
  var checks = true

  /// Builds the site. Nothing is published, and what is published stays, if there are errors.
  func run() async throws -> Result {
    let templates = DiskFolder(name: templatesFolder)
    let (templateSet, assets, templateFindings) = try readTemplates(templates)
    let content = DiskFolder(name: contentFolder)
    let index = try ContentIndex.scan(content.content)
    var findings = index.findings + templateFindings
    let site = site(index.site)
    let renderer = templateSet.map { SiteRenderer(site: site, templates: $0) }

    let workers = Workers(jobs)
    let checks = checks
    let prepared = try await workers.map(index.reports, tool: index.reportLoader) {
      source, loader in
      let loaded = try loader.load(source)
      let verification = loaded.report.map { report in
        checks
          ? Checker.verify(report, strict: site.strict)
          : Verification(checks: [], figures: [], findings: [])
      }
      var prepared = Self.prepare(loaded, verification, renderer)
      // Pictures of the narrative go out as they are; loading has made sure that they are there.
      for picture in loaded.report?.narrative.pictures ?? [] where prepared.summary != nil {
        let bytes = try content.bytes(of: source.path + "/" + picture)
        prepared.files.append(OutputFile(path: picture, bytes: bytes))
      }
      return prepared
    }
    findings += prepared.flatMap(\.findings)
    findings += Checker.compareWithLastYear(prepared.compactMap(\.summary?.outline))
    guard !findings.blocksPublication, let renderer else {
      return Result(
        reports: index.reports.count, findings: findings.inReadingOrder(), published: nil)
    }

    let siteFiles: [RenderedFile]
    do {
      siteFiles = try renderer.siteFiles(for: prepared.compactMap(\.summary))
    } catch {
      findings += error.findings
      return Result(
        reports: index.reports.count, findings: findings.inReadingOrder(), published: nil)
    }
    let publisher = try Publisher(open: outputFolder)
    try publisher.publish(siteFiles: assets)
    _ = try await workers.map(prepared) { report in
      guard let summary = report.summary else { return }
      try publisher.publish(folder: summary.path, files: report.files)
    }
    try publisher.publish(siteFiles: siteFiles.map { OutputFile(path: $0.path, bytes: $0.bytes) })
    return Result(
      reports: index.reports.count, findings: findings.inReadingOrder(),
      published: try publisher.finish())
  }

  /// A report on its way from content to site.
  private struct Prepared: Sendable {
    var summary: ReportSummary?
    var files: [OutputFile] = []
    var findings: [Finding]
  }

  private static func prepare(
    _ loaded: (report: Report?, findings: [Finding]), _ verification: Verification?,
    _ renderer: SiteRenderer?
  ) -> Prepared {
    guard let report = loaded.report, let verification else {
      return Prepared(findings: loaded.findings)
    }
    var prepared = Prepared(findings: loaded.findings + verification.findings)
    guard let renderer, !prepared.findings.blocksPublication else { return prepared }
    do {
      prepared.files = try renderer.files(of: report, verification).map {
        OutputFile(path: $0.path, bytes: $0.bytes)
      }
      prepared.summary = ReportSummary(report)
    } catch {
      prepared.findings += error.findings
    }
    return prepared
  }

  private func site(_ site: Site) -> Site {
    var site = site
    if let baseURL { site.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    return site
  }

  private func readTemplates(
    _ folder: DiskFolder
  ) throws -> (TemplateSet?, assets: [OutputFile], [Finding]) {
    var sources: [String: String] = [:]
    var findings: [Finding] = []
    var assets: [OutputFile] = []
    for path in try folder.paths() where !path.hasPrefix(".") {
      if path.hasSuffix(".mustache") {
        let source = SourceText.decoding(
          try folder.bytes(of: path), file: folder.name + "/" + path, into: &findings)
        sources[String(path.dropLast(".mustache".count))] = source?.string ?? ""
      } else if path.hasPrefix("assets/") {
        assets.append(OutputFile(path: path, bytes: try folder.bytes(of: path)))
      }
    }
    let (set, found) = TemplateSet.read(
      sources, assets: Set(assets.map(\.path)), folder: folder.name)
    return (findings.isEmpty ? set : nil, assets, findings + found)
  }
}
