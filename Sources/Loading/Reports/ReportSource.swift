import Budget

/// A report that was found, not yet read.
public struct ReportSource: Sendable, Hashable {
  /// The report's folder relative to the content folder; also its folder in the output.
  public let path: String
  /// The files in the folder and below it, relative to the content folder, sorted.
  public let files: [String]

  /// The folder `path` with its `files`.
  init(path: String, files: [String]) {
    self.path = path
    self.files = files
  }

  /// The file `name` of the report, if it is there.
  func file(_ name: String) -> String? {
    let wanted = path + "/" + name
    return files.first { $0 == wanted }
  }

  /// A file's name within the report's folder.
  func name(of file: String) -> String { String(file.dropFirst(path.count + 1)) }

  /// The files of tables.
  var tableFiles: [String] {
    let folder = path + "/tables/"
    return files.filter { $0.hasPrefix(folder) }
  }
}
