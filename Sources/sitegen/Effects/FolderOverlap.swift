import Foundation

/// Whether folders share files.
enum FolderOverlap {
  /// Whether one of two folders is the other or lies within it, links resolved. Either need not
  /// exist yet.
  static func exists(between first: String, and second: String) -> Bool {
    let (a, b) = (components(first), components(second))
    return a.starts(with: b) || b.starts(with: a)
  }

  /// Two of several folders of which one is the other or lies within it, in the order given; `nil`
  /// if there are none. There may be thousands, so that none is compared with all.
  static func first(among folders: [String]) -> (String, String)? {
    // A folder is followed by those within it.
    let ordered = folders.map(components).enumerated()
      .sorted { $0.element.lexicographicallyPrecedes($1.element) }
    for (outer, inner) in zip(ordered, ordered.dropFirst())
    where inner.element.starts(with: outer.element) {
      let places = [outer.offset, inner.offset].sorted()
      return (folders[places[0]], folders[places[1]])
    }
    return nil
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
