/// A report that waits in the staging folder: small, since there may be ten thousand.
struct StagedReport: Sendable {
  /// The name of its folder in the staging folder, if anything had to be written.
  let name: String
  let names: FolderNames
  let changes: PlannedChanges
  let hasRecord: Bool

  static func recordName(_ staged: String) -> String { staged + ".record" }
}

/// A file of the site that waits in the staging folder.
struct StagedSiteFile: Sendable {
  let path: OutputPath
  /// Its name in the staging folder.
  let name: String
  let order: SiteFileOrder
}

/// When a file of the site is put in place.
public enum SiteFileOrder: Sendable {
  /// Before the reports: what their pages need, such as style sheets.
  case beforeReports
  /// After the reports: pages that link to them.
  case afterReports
}
