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

/// A file of the site that waits in the staging folder.
struct StagedSiteFile: Sendable {
  let path: OutputPath
  let place: StagingPlace
  let order: SiteFileOrder

  /// Its name in the staging folder.
  var name: String { place.name }
}

/// A place in the staging folder: they are numbered.
struct StagingPlace: Sendable {
  private let number: UInt32

  init(number: UInt32) { self.number = number }

  var name: String { String(number) }
}

/// When a file of the site is put in place.
public enum SiteFileOrder: Sendable {
  /// Before the reports: what their pages need, such as style sheets.
  case beforeReports
  /// After the reports: pages that link to them.
  case afterReports
}
