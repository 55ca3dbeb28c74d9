import Foundation

/// Whether folders share files.
enum FolderOverlap {
  /// Whether one of two folders is the other or lies within it, links resolved. Either need not
  /// exist yet.
  static func exists(between first: String, and second: String) -> Bool {
    let (a, b) = (components(first), components(second))
    return a.starts(with: b) || b.starts(with: a)
  }

  private static func components(_ path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }
}
