import Foundation

extension CommittedContent {
  /// Reads the repository's own `Content`.
  static func read() throws -> CommittedContent {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content")
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      var isFolder: ObjCBool = false
      let full = root.appendingPathComponent(path).path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = Array(try Data(contentsOf: URL(fileURLWithPath: full)))
    }
    return CommittedContent(files: files, paths: files.keys.sorted())
  }

  /// The tables' files.
  var tables: [String] {
    paths.filter { $0.hasPrefix("2021/tables/") && $0.hasSuffix(".csv") }
  }
}
