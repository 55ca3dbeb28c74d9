import Budget

/// A content folder at a glance: the site, the form sets, and where the reports lie.
///
/// It is a value, and small; ``reportLoader()`` reads the reports one by one, on as many cores as
/// there are loaders.
public struct ContentIndex: Sendable {
  /// The folder.
  public let folder: ContentFolder
  /// The site.
  public let site: Site
  /// The form sets by their ids.
  public let formSets: [String: FormSetSource]
  /// The reports in the order of their paths.
  public let reports: [ReportSource]
  /// What is wrong with the site, the form sets, and where the reports lie.
  public let findings: [Finding]

  /// Lists `folder`, and reads all that is not part of a report.
  ///
  /// Throws only where the folder itself cannot be read.
  public static func scan(_ folder: ContentFolder) throws -> ContentIndex {
    var findings: [Finding] = []
    let paths = try folder.paths().filter { !isIgnored($0) }
    var formSets: [String: FormSetSource] = [:]
    for path in paths where path.hasPrefix("forms/") && path.hasSuffix(".yml") {
      let id = String(path.dropFirst("forms/".count).dropLast(".yml".count))
      guard let source = try folder.text(path, into: &findings) else { continue }
      if let set = FormSetSource(id: id, source: source, into: &findings) { formSets[id] = set }
    }
    let siteFile = folder.name + "/site.yml"
    var site = Site()
    if paths.contains("site.yml") {
      let source = try folder.text("site.yml", into: &findings)
      let root = source.flatMap { YAMLParser.parse($0, into: &findings) }
      site = SiteReader.site(root, file: siteFile, into: &findings)
    }
    if let missing = SiteReader.missingTags(of: site, file: siteFile) { findings.append(missing) }
    let discovery = ReportDiscovery(
      paths.filter { !$0.hasPrefix("forms/") || $0.hasSuffix(ReportDiscovery.description) },
      root: folder.name)
    return ContentIndex(
      folder: folder, site: site, formSets: formSets, reports: discovery.reports,
      findings: (findings + discovery.findings).readable())
  }

  /// A loader for the reports; each task takes its own. It reads their files from `folder`, if not
  /// from the content folder itself.
  public func reportLoader(reading folder: ContentFolder? = nil) -> ReportLoader {
    ReportLoader(folder: folder ?? self.folder, formSets: formSets)
  }

  /// Hidden files and what Office leaves lying about.
  private static func isIgnored(_ path: String) -> Bool {
    path.hasPrefix(".") || path.hasPrefix("~$") || path.contains("/.") || path.contains("/~$")
  }
}

extension Disclosure {
  /// Reads a whole content folder at once: for previews, checks and tests.
  ///
  /// Reports with errors are there as far as they can be read.
  public static func load(
    _ folder: ContentFolder
  ) throws -> (disclosure: Disclosure, findings: [Finding]) {
    let index = try ContentIndex.scan(folder)
    var loader = index.reportLoader()
    var findings = index.findings
    var reports: [Report] = []
    for source in index.reports {
      let (report, found) = try loader.load(source)
      findings += found
      if let report { reports.append(report) }
    }
    return (Disclosure(site: index.site, reports: reports), findings.inReadingOrder())
  }
}

extension ContentFolder {
  /// The text of a file; `nil`, with a finding, if it is not text.
  func text(_ path: String, into findings: inout [Finding]) throws -> SourceText? {
    SourceText.decoding(try read(path), file: name + "/" + path, into: &findings)
  }
}
