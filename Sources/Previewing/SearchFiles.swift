import Searching

/// The index of the site's search.
struct SearchFiles: Sendable {
  /// Where all of it lies.
  static let folder = "search/"

  /// The files by their paths; those of a site without search are none.
  private(set) var files: [String: [UInt8]] = [:]

  /// Indexes the reports in the order of their paths.
  init(_ reports: [SearchContribution]) {
    var index = SearchIndexWriter()
    func keep(_ file: SearchFile) { files[file.path] = file.bytes }
    do {
      for report in reports { try index.add(report, keep) }
      try index.finish(keep)
    } catch {
      // A contribution was made a moment ago by this very program: there is no other.
      files = [:]
    }
  }
}
