import Importing

extension ReportFolder {
  /// The report folder at `path`, which says in Chinese why it cannot be written.
  init(at path: String) { self.init(path: path, reason: DiskFolder.reason) }
}
