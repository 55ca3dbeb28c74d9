import Budget
import Checking
import Loading
import Rendering

/// Answers paths of the site with pages made on demand out of the source as it is now.
///
/// It never throws and never stops at an error: a report with errors is shown as far as it can be
/// rendered, a page that cannot be made any more is shown as it was, and both with what is wrong.
/// It answers with what it made itself and with nothing else, so no path leads to a file outside.
public actor Preview {
  /// The folder of the preview's own pages. Reports' paths have no `~`.
  public static let folder = "~preview"

  /// How many reports keep their rendered files. One is looked at, a few more are open beside it.
  private static let keptReports = 8

  private let folders: SourceFolders
  private var source: PreviewSource
  private var loader: ReportLoader
  /// The reports as they are now, by path; without files, which `rendered` has.
  private var reports: [String: PreparedReport] = [:]
  /// The rendered files of the reports looked at last, the latest at the end.
  private var rendered: [RenderedReport] = []
  private var siteFiles: SiteFiles?
  /// The index of the search over the reports known so far.
  private var searchFiles: SearchFiles?
  /// What shows only beside other reports, such as figures of two years that differ, by the path of the
  /// report that it is about.
  private var sharedFindings: [String: [PlacedFinding]]?
  /// The states of pages that were asked for since the last change: open pages ask all the time.
  private var states: [String: String] = [:]

  /// A preview of `folders`, which it reads at once as far as the site goes; reports come later.
  /// Throws only where a folder cannot be read.
  public init(_ folders: SourceFolders) throws {
    self.folders = folders
    source = try PreviewSource(folders)
    loader = source.index.reportLoader()
  }

  // MARK: Changes

  /// Reads again what changed.
  public func refresh(_ changes: SourceChanges) {
    source.read(folders)
    loader = source.index.reportLoader()
    forgetWhatIsShared()
    let concerned = changes.content.map { source.report(of: $0)?.path }
    if changes.templates.isEmpty, !concerned.contains(nil) {
      for path in concerned.compactMap(\.self) { reports[path] = nil }
    } else {
      // A form set, the site's description or a template may concern every report.
      reports = [:]
    }
    for index in rendered.indices where reports[rendered[index].path] == nil {
      rendered[index].isCurrent = false
    }
  }

  /// Prepares one report that nobody has asked for yet, for the list of reports and the overview.
  /// `false` if there is none left.
  public func prepareNext() -> Bool {
    guard let next = source.index.reports.first(where: { reports[$0.path] == nil }) else {
      return false
    }
    prepare(next, keepingFiles: rendered.contains { $0.path == next.path })
    return true
  }

  // MARK: Answers

  /// What the answer to a path has as its state now; a page with another one is not up to date.
  public func state(of path: String) -> String {
    if let known = states[path] { return known }
    let answer = answer(path)
    if case .found = answer.status { states[path] = answer.state }
    return answer.state
  }

  /// Answers a decoded path, which has no `/` at its beginning.
  public func answer(_ path: String) -> PreviewAnswer {
    switch path {
    case Self.folder: return moved(to: Self.folder + "/")
    case Self.folder + "/": return finished(overview(), .found)
    case Self.folder + "/preview.js": return own(PackageResources.preview_js, path)
    case Self.folder + "/preview.css": return own(PackageResources.preview_css, path)
    default: break
    }
    if let asset = source.assets[path] { return file(path, asset) }
    if let report = source.report(of: path + "/") ?? source.report(of: path) {
      return answer(path, of: report)
    }
    return siteAnswer(path)
  }

  private func answer(_ path: String, of report: ReportSource) -> PreviewAnswer {
    if path == report.path { return moved(to: report.path + "/") }
    let path = path == report.path + "/" ? report.path + "/index.html" : path
    let state = files(of: report)
    let prepared = reports[report.path]
    let notice = PageNotice(
      page: path, site: source.findings, report: findings(of: report) ?? [],
      isOutdated: state.outdated.contains(path))
    guard let bytes = state.files[path] else {
      // A page that is missing because of an error is not a wrong address.
      let isBroken =
        source.findings.blocksPublication || prepared?.findings.blocksPublication ?? false
      guard isBroken, path.hasSuffix(".html") else { return notFound() }
      return finished(PreviewPage.broken(notice), .broken)
    }
    guard path.hasSuffix(".html") else { return file(path, bytes) }
    return finished(PageDecoration(notice).applied(to: bytes), .found)
  }

  private func siteAnswer(_ path: String) -> PreviewAnswer {
    let files = currentSiteFiles().files
    if files[path + "/index.html"] != nil { return moved(to: path + "/") }
    if path.hasPrefix(SearchFiles.folder), let bytes = currentSearchFiles().files[path] {
      return file(path, bytes)
    }
    let path = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard let bytes = files[path] else {
      guard path == "index.html" else { return notFound() }
      return finished(PreviewPage.broken(siteNotice(path)), .broken)
    }
    guard path.hasSuffix(".html") else { return file(path, bytes) }
    return finished(PageDecoration(siteNotice(path)).applied(to: bytes), .found)
  }

  private func siteNotice(_ path: String) -> PageNotice {
    PageNotice(page: path, site: allSiteFindings(), report: [])
  }

  private func notFound() -> PreviewAnswer {
    let notice = siteNotice("404.html")
    guard let bytes = currentSiteFiles().notFoundPage else {
      return finished(PreviewPage.broken(notice), .notFound)
    }
    return finished(PageDecoration(notice).applied(to: bytes), .notFound)
  }

  private func moved(to path: String) -> PreviewAnswer {
    PreviewAnswer(
      .moved(to: "/" + URLPath.encoded(path)), mediaType: "text/plain; charset=utf-8", bytes: [])
  }

  private func file(_ path: String, _ bytes: [UInt8]) -> PreviewAnswer {
    PreviewAnswer(mediaType: MediaType.of(path), bytes: bytes)
  }

  private func own(_ bytes: [UInt8], _ path: String) -> PreviewAnswer { file(path, bytes) }

  /// A page with its state, which includes the style sheets and scripts that it may load.
  private func finished(
    _ page: DecoratedPage, _ status: PreviewAnswer.Status
  ) -> PreviewAnswer {
    let state = page.state(with: source.assetsState)
    return PreviewAnswer(
      status, mediaType: MediaType.html, bytes: page.bytes(state: state), state: state)
  }

  // MARK: Reports

  private func overview() -> DecoratedPage {
    let entries = source.index.reports.map { report in
      let summary = reports[report.path]?.summary
      return OverviewPage.Entry(
        path: report.path,
        title: summary.map { "\($0.department) \($0.shortTitle)" } ?? report.path,
        findings: findings(of: report))
    }
    return OverviewPage(site: allSiteFindings(), reports: entries).page
  }

  /// What is wrong with the site, including what only shows when its pages are made.
  private func allSiteFindings() -> [PlacedFinding] {
    source.findings + currentSiteFiles().findings
  }

  /// What is wrong with a report; `nil` if it is not checked yet.
  private func findings(of report: ReportSource) -> [PlacedFinding]? {
    reports[report.path].map { $0.findings + (currentSharedFindings()[report.path] ?? []) }
  }

  private func currentSharedFindings() -> [String: [PlacedFinding]] {
    if let sharedFindings { return sharedFindings }
    let prepared = source.index.reports.compactMap { reports[$0.path] }
    var places: [SourcePosition: SitePlace] = [:]
    for report in prepared { places.merge(report.sharedPlaces) { first, _ in first } }
    let outlines = prepared.compactMap(\.summary?.outline)
    var pages = SitePageNames()
    for report in source.index.reports {
      pages.add(reports[report.path]?.summary?.pages, of: report.path)
    }
    let found =
      Checker.compare(outlines) + outlines.flatMap { Checker.deadLinks(of: $0, among: pages) }
    let root = folders.content.name + "/"
    let findings = Dictionary(grouping: found.map { PlacedFinding($0) { places[$0] } }) {
      source.report(of: String($0.finding.position.file.dropFirst(root.count)))?.path ?? ""
    }
    sharedFindings = findings
    return findings
  }

  /// What was made out of several reports is no longer true.
  private func forgetWhatIsShared() {
    siteFiles = nil
    searchFiles = nil
    sharedFindings = nil
    states = [:]
  }

  private func currentSiteFiles() -> SiteFiles {
    if let siteFiles { return siteFiles }
    let summaries = source.index.reports.compactMap { reports[$0.path]?.summary }
    let files = SiteFiles(source, summaries, folders)
    siteFiles = files
    return files
  }

  private func currentSearchFiles() -> SearchFiles {
    if let searchFiles { return searchFiles }
    let files = SearchFiles(source.index.reports.compactMap { reports[$0.path]?.search })
    searchFiles = files
    return files
  }

  private func files(of report: ReportSource) -> RenderedReport {
    if let index = rendered.firstIndex(where: { $0.path == report.path }) {
      let known = rendered.remove(at: index)
      rendered.append(known)
      if known.isCurrent { return known }
    }
    return prepare(report, keepingFiles: true)
  }

  @discardableResult
  private func prepare(_ report: ReportSource, keepingFiles: Bool) -> RenderedReport {
    let prepared = PreparedReport(
      report, loader: &loader, renderer: source.renderer, source.index.site, folders)
    let isBlocked = source.findings.blocksPublication || prepared.findings.blocksPublication
    let earlier = rendered.firstIndex { $0.path == report.path }.map { rendered.remove(at: $0) }
    let now = RenderedReport(report.path, prepared.files, keeping: isBlocked ? earlier : nil)
    reports[report.path] = prepared.withoutFiles
    forgetWhatIsShared()
    if keepingFiles {
      rendered.append(now)
      if rendered.count > Self.keptReports { rendered.removeFirst() }
    }
    return now
  }
}
