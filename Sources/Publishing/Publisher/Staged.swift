/// A report that waits in the staging folder: small, since there may be ten thousand.
struct StagedReport: Sendable {
  /// What is to become of its folder, which many reports have in common.
  final class Outlook: Sendable {
    let names: FolderNames
    let changes: PlannedChanges

    init(names: FolderNames, changes: PlannedChanges) {
      self.names = names
      self.changes = changes
    }
  }

  let outlook: Outlook
  let place: StagingPlace
  let hasRecord: Bool

  var names: FolderNames { outlook.names }
  var changes: PlannedChanges { outlook.changes }

  /// The name of its folder in the staging folder, if anything had to be written.
  var name: String { place.name }

  static func recordName(_ staged: String) -> String { staged + ".record" }
}

/// Files of the site that wait in the staging folder, in the order in which they were staged.
struct StagedSiteFiles: Sendable {
  private var paths = PathLines()
  private var places: [StagingPlace] = []

  mutating func append(_ path: OutputPath, at place: StagingPlace) {
    paths.append(path.components.joined)
    places.append(place)
  }

  /// Calls `body` with every path and where in the staging folder its file is.
  func forEach(
    _ body: (OutputPath, StagingPlace) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    for (path, place) in zip(paths, places) { try body(OutputPath(path), place) }
  }
}

/// A place in the staging folder: they are numbered.
struct StagingPlace: Sendable {
  private let number: UInt32

  init(number: UInt32) { self.number = number }

  var name: String { String(number) }
}

/// When a file of the site is put in place.
public enum SiteFileOrder: Sendable, CaseIterable {
  /// Before the reports: what their pages need, such as style sheets.
  case beforeReports
  /// After the reports: pages that link to them.
  case afterReports
}
