/// The files of a report that is being looked at.
struct RenderedReport: Sendable {
  /// The report's path.
  let path: String
  /// The files by their paths within the site.
  let files: [String: [UInt8]]
  /// Those that can no longer be made, and are as they were.
  let outdated: Set<String>
  /// Whether they were made out of the source as it is now.
  var isCurrent = true

  /// The report's `files` with those of `earlier` that are not among them.
  init(_ path: String, _ files: [String: [UInt8]], keeping earlier: RenderedReport?) {
    self.path = path
    let old = (earlier?.files ?? [:]).filter { files[$0.key] == nil }
    self.files = files.merging(old) { new, _ in new }
    outdated = Set(old.keys)
  }
}
