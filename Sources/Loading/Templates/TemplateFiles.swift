import Budget

/// The files of a templates' folder: the templates as texts, and the assets as they are.
public struct TemplateFiles: Sendable {
  /// The templates' texts by file name without the ending; empty for one that cannot be read.
  public private(set) var texts: [String: String] = [:]
  /// The files below `assets/` in the order of their paths.
  public private(set) var assets: [(path: String, bytes: [UInt8])] = []
  /// What is wrong with the templates' encoding.
  public private(set) var findings: [Finding] = []

  private static let ending = ".mustache"

  /// The path of the template of this name.
  public static func path(of name: String) -> String { name + ending }

  /// Reads the templates and assets of `folder`; throws only where it cannot be read.
  public init(_ folder: ContentFolder) throws {
    for path in try folder.paths() where !path.hasPrefix(".") {
      if path.hasSuffix(Self.ending) {
        let source = SourceText.decoding(
          try folder.read(path), file: folder.name + "/" + path, into: &findings)
        texts[String(path.dropLast(Self.ending.count))] = source?.string ?? ""
      } else if path.hasPrefix("assets/") {
        assets.append((path, try folder.read(path)))
      }
    }
  }
}
