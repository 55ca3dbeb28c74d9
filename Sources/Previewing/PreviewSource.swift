import Budget
import Loading
import Rendering

/// What concerns the whole site, as it was last read.
struct PreviewSource: Sendable {
  /// The content at a glance; where it cannot be read any more, as it was.
  private(set) var index: ContentIndex
  /// The files below `assets/`, by path.
  private(set) var assets: [String: [UInt8]]
  /// What is wrong with the site as a whole.
  private(set) var findings: [PlacedFinding] = []
  /// Changes whenever an asset does.
  private(set) var assetsState: String = ""
  /// The templates as they were when nothing was wrong with them; `nil` if that never was.
  private var templates: TemplateSet?
  private var reports: [String: ReportSource] = [:]

  /// Reads `folders`; throws only where one of them cannot be read.
  init(_ folders: SourceFolders) throws {
    let index = try ContentIndex.scan(folders.content)
    let templates = try TemplateFolder(folders.templates)
    self.index = index
    assets = templates.assets
    take(index, templates, folders)
  }

  /// Reads `folders` again. What cannot be read stays as it was, and a finding says so.
  mutating func read(_ folders: SourceFolders) {
    do {
      let index = try ContentIndex.scan(folders.content)
      take(index, try TemplateFolder(folders.templates), folders)
    } catch {
      let place = SourcePosition(file: folders.content.name)
      findings = [
        PlacedFinding(Finding(.previewFileUnreadable, at: place, "\(error)。恢复以后会自动刷新。"))
      ]
    }
  }

  private mutating func take(
    _ index: ContentIndex, _ folder: TemplateFolder, _ folders: SourceFolders
  ) {
    self.index = index
    reports = Dictionary(index.reports.map { ($0.path, $0) }) { first, _ in first }
    templates = folder.templates ?? templates
    assets = folder.assets
    var digest = Digest()
    for (path, bytes) in assets.sorted(by: { $0.key < $1.key }) {
      digest.append(path.utf8)
      digest.append(bytes)
    }
    assetsState = digest.text
    let lines = SourceLines(folders)
    findings = (index.findings.inReadingOrder() + folder.findings).map {
      PlacedFinding($0, lines)
    }
  }

  /// Renders with the last sound templates; `nil` if there never were any.
  var renderer: SiteRenderer? {
    templates.map { SiteRenderer(site: index.site, templates: $0, marksLines: true) }
  }

  /// Renders for addresses of this machine: the page for wrong addresses links from the root.
  var notFoundRenderer: SiteRenderer? {
    var site = index.site
    site.baseURL = "http://localhost/"
    return templates.map { SiteRenderer(site: site, templates: $0) }
  }

  /// The report that a path in the content folder, or on the site, belongs to.
  func report(of path: String) -> ReportSource? {
    // Reports do not lie within each other, so that the first one found is the only one.
    for end in path.indices where path[end] == "/" {
      if let report = reports[String(path[..<end])] { return report }
    }
    return reports[path]
  }
}
