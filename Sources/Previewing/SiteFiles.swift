import Rendering

/// The files that belong to the whole site: the list of reports, the page for wrong addresses.
struct SiteFiles: Sendable {
  /// The files by their paths; empty if a template is at fault.
  private(set) var files: [String: [UInt8]] = [:]
  /// The site's own page for wrong addresses.
  private(set) var notFoundPage: [UInt8]?
  /// What is wrong with the templates of these files.
  private(set) var findings: [PlacedFinding] = []

  /// Renders what `source` says of the site, with the reports known so far.
  init(_ source: PreviewSource, _ reports: [ReportSummary], _ folders: SourceFolders) {
    do {
      for file in try source.renderer?.siteFiles(for: reports) ?? [] {
        files[file.path] = file.bytes
      }
      notFoundPage = try source.notFoundRenderer?.siteFiles(for: [])
        .first { $0.path == "404.html" }?.bytes
    } catch {
      // The summaries are at hand, so that nothing but a template can be at fault.
      let faults = (error as? TemplateError)?.findings ?? []
      let lines = SourceLines(folders)
      findings = faults.map { PlacedFinding($0, lines) }
    }
  }
}
