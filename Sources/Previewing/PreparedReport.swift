import Budget
import Checking
import Loading
import Rendering
import Searching

/// A report as far as it can be shown: what is wrong with it, and its files if it has any.
struct PreparedReport: Sendable {
  /// What the site's pages say of it; `nil` if its description cannot be read.
  private(set) var summary: ReportSummary?
  /// Everything found, in reading order.
  private(set) var findings: [PlacedFinding] = []
  /// Its files by their paths within the site; empty if it cannot be rendered.
  private(set) var files: [String: [UInt8]] = [:]

  /// What the index of the site's search needs of it; `nil` if the site has no search.
  private(set) var search: SearchContribution?

  /// Where shows what is compared with other reports: figures of other years, links to other reports.
  private(set) var sharedPlaces: [SourcePosition: SitePlace] = [:]

  /// What remains to be known of it when its files are let go.
  var withoutFiles: PreparedReport {
    var copy = self
    copy.files = [:]
    return copy
  }

  /// Loads, checks and renders `source`, with errors or without.
  init(
    _ source: ReportSource, loader: inout ReportLoader, renderer: SiteRenderer?, _ site: Site,
    _ folders: SourceFolders
  ) {
    let lines = SourceLines(folders)
    do {
      let (report, found) = try loader.load(source)
      guard let report else {
        findings = found.map { PlacedFinding($0, lines) }
        return
      }
      let verification = Checker.verify(report, strict: site.strict)
      let failed = render(report, verification, renderer)
      try addPictures(of: report, source, folders.content)
      if site.search { addSearch(of: report) }
      summary = ReportSummary(report)
      let places = PagePlaces(report, verification)
      func place(_ position: SourcePosition) -> SitePlace? {
        places.place(of: position).map { SitePlace(page: report.path + "/" + $0.page, id: $0.id) }
      }
      findings = (found + verification.findings + failed).inReadingOrder().map {
        PlacedFinding($0, lines, place: place)
      }
      for figure in summary?.outline.twoYearFigures ?? [] {
        for position in [figure.thisYear.position, figure.lastYear?.position].compactMap(\.self) {
          sharedPlaces[position] = place(position)
        }
      }
      for link in summary?.outline.links ?? [] {
        sharedPlaces[link.position] = place(link.position)
      }
    } catch {
      let place = SourcePosition(file: folders.content.name + "/" + source.path)
      let finding = Finding(.previewFileUnreadable, at: place, "\(error)。恢复以后会自动刷新。")
      findings = [PlacedFinding(finding)]
    }
  }

  /// Renders the report, and says what is wrong with the templates that it uses.
  private mutating func render(
    _ report: Report, _ verification: Verification, _ renderer: SiteRenderer?
  ) -> [Finding] {
    guard let renderer else { return [] }
    do throws(TemplateError) {
      for file in try renderer.files(of: report, verification) {
        files[report.path + "/" + file.path] = file.bytes
      }
      return []
    } catch {
      return error.findings
    }
  }

  private mutating func addSearch(of report: Report) {
    let own = ReportSearch(report)
    for file in own.files { files[report.path + "/" + file.path] = file.bytes }
    search = own.contribution
  }

  /// Pictures go out as they are, if they are among the files that were found in the folder.
  private mutating func addPictures(
    of report: Report, _ source: ReportSource, _ folder: ContentFolder
  ) throws {
    for picture in report.narrative.pictures {
      let path = source.path + "/" + picture.file
      guard source.files.contains(path) else { continue }
      files[path] = try folder.read(path)
    }
  }
}
