/// A report that was found, not yet read.
public struct ReportSource: Sendable, Hashable {
  /// The report's folder relative to the content folder; also its folder in the output.
  public let path: String
  /// The names of the files in the folder and below it, relative to it, sorted. Reports mostly have
  /// the same ones, and then share the list.
  public let names: [String]

  /// The files in the folder and below it, relative to the content folder, sorted.
  public var files: [String] { names.map { path + "/" + $0 } }

  /// The file `name` of the report, if it is there.
  func file(_ name: String) -> String? {
    names.contains(name) ? path + "/" + name : nil
  }

  /// A file's name within the report's folder.
  func name(of file: String) -> String {
    String(Substring(file.utf8.dropFirst(path.utf8.count + 1)))
  }
}
