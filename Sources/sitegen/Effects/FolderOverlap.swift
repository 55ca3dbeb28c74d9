import Foundation

/// Whether folders share files.
enum FolderOverlap {
  /// Whether one of two folders is the other or lies within it, links resolved. Either need not
  /// exist yet.
  static func exists(between first: String, and second: String) -> Bool {
    let (a, b) = (components(first), components(second))
    return a.starts(with: b) || b.starts(with: a)
  }

  /// The way to the folder from the root. Links are resolved in what exists of it, since Foundation
  /// resolves none in a path whose end is missing.
  private static func components(_ path: String) -> [String] {
    var existing = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while existing.pathComponents.count > 1,
      (try? FileManager.default.attributesOfItem(atPath: existing.path)) == nil
    {
      missing.insert(existing.lastPathComponent, at: 0)
      existing.deleteLastPathComponent()
    }
    return existing.resolvingSymlinksInPath().pathComponents + missing
  }
}
