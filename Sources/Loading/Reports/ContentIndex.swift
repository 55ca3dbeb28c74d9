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
    let folders = try folder.folders().compactMap(visible)
    findings += folders.flatMap { $0.unreadFindings(below: folder.name) }
    var formSets: [String: FormSetSource] = [:]
    let formPaths = folders.filter { $0.path == "forms" || $0.path.hasPrefix("forms/") }
      .flatMap(\.paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in formPaths where path.hasSuffix(".yml") {
      let id = String(path.dropFirst("forms/".count).dropLast(".yml".count))
      // A name of several lines has no place in messages, nor in what a build leaves for the next.
      if id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        findings.append(
          Finding(
            .idInvalid, at: SourcePosition(file: folder.name + "/" + path),
            "表样的文件名里有换行一类看不见的字符，请改名。"))
        continue
      }
      guard let source = try folder.text(path, into: &findings) else { continue }
      if let set = FormSetSource(id: id, source: source, into: &findings) { formSets[id] = set }
    }
    let siteFile = folder.name + "/site.yml"
    var site: Site? = Site()
    if folders.contains(where: { $0.path.isEmpty && $0.names.contains("site.yml") }) {
      let source = try folder.text("site.yml", into: &findings)
      site = source.flatMap { YAMLParser.parse($0, into: &findings) }
        .map { SiteReader.site($0, into: &findings) }
    }
    // What cannot be read may have them.
    if let missing = site.flatMap({ SiteReader.missingTags(of: $0, file: siteFile) }) {
      findings.append(missing)
    }
    let discovery = ReportDiscovery(folders, root: folder.name)
    return ContentIndex(
      folder: folder, site: site ?? Site(), formSets: formSets, reports: discovery.reports,
      findings: (findings + discovery.findings).readable())
  }

  /// A loader for the reports; each task takes its own. It reads their files from `folder`, if not
  /// from the content folder itself.
  public func reportLoader(reading folder: ContentFolder? = nil) -> ReportLoader {
    ReportLoader(folder: folder ?? self.folder, formSets: formSets)
  }

  /// Why no report can be made at a path in the folder, in words for the clerk; `nil` if one can.
  public func faultOfReport(at path: String) throws -> String? {
    let folders = try folder.folders().compactMap(Self.visible)
    let known = Set(ReportDiscovery(folders, root: folder.name).findings)
    let report = FolderListing(path: path, names: [ReportDiscovery.description])
    let findings = ReportDiscovery(folders + [report], root: folder.name).findings
    return findings.first { !known.contains($0) }?.message
  }

  /// The folder without hidden files and what Office and Windows leave lying about; `nil` if it is
  /// itself such a thing, or in one.
  private static func visible(_ folder: FolderListing) -> FolderListing? {
    if !folder.path.isEmpty,
      folder.path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isHidden)
    {
      return nil
    }
    let isPlain = folder.unread.isEmpty && !folder.names.contains { isIgnored($0.utf8[...]) }
    if isPlain { return folder }
    return FolderListing(
      path: folder.path, names: folder.names.filter { !isIgnored($0.utf8[...]) },
      unread: folder.unread.filter {
        if case .irregular(let name) = $0 { !isIgnored(name.utf8[...]) } else { true }
      })
  }

  private static func isHidden(_ name: Substring.UTF8View) -> Bool {
    name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8)
  }

  private static func isIgnored(_ name: Substring.UTF8View) -> Bool {
    if isHidden(name) { return true }
    return [9, 11].contains(name.count)
      && ["thumbs.db", "desktop.ini"].contains(String(Substring(name)).lowercased())
  }
}

extension ContentFolder {
  /// The text of a file; `nil`, with a finding, if it is not text.
  func text(_ path: String, into findings: inout [Finding]) throws -> SourceText? {
    SourceText.decoding(try read(path), file: name + "/" + path, into: &findings)
  }
}
