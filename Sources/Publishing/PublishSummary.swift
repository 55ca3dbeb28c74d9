/// What a build did to the output folder, counted in files.
public struct PublishSummary: Sendable, Equatable {
  /// Files that are new or whose bytes changed.
  public var written: Int
  /// Files that already held the right bytes and were not touched.
  public var unchanged: Int
  /// Files of an earlier build that this one no longer has.
  public var removed: Int
  /// Folders whose `index.html` is gone, sorted: links that readers keep lead nowhere.
  public var withdrawn: [String]

  /// Makes a summary of the given counts and folders.
  init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, withdrawn: [String] = []) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.withdrawn = withdrawn
  }

  static func + (left: PublishSummary, right: PublishSummary) -> PublishSummary {
    PublishSummary(
      written: left.written + right.written, unchanged: left.unchanged + right.unchanged,
      removed: left.removed + right.removed, withdrawn: left.withdrawn + right.withdrawn)
  }
}
