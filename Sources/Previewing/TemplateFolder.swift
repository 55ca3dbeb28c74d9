import Budget
import Loading
import Rendering

/// What a templates' folder holds.
struct TemplateFolder: Sendable {
  /// The templates; `nil` if anything is wrong with them.
  let templates: TemplateSet?
  /// The files below `assets/`, by path.
  let assets: [String: [UInt8]]
  /// What is wrong with the templates.
  let findings: [Finding]

  /// Reads the templates and assets of `folder`; throws only where it cannot be read.
  init(_ folder: ContentFolder) throws {
    var sources: [String: String] = [:]
    var findings: [Finding] = []
    var assets: [String: [UInt8]] = [:]
    for path in try folder.paths() where !path.hasPrefix(".") {
      if path.hasSuffix(".mustache") {
        let source = SourceText.decoding(
          try folder.read(path), file: folder.name + "/" + path, into: &findings)
        sources[String(path.dropLast(".mustache".count))] = source?.string ?? ""
      } else if path.hasPrefix("assets/") {
        assets[path] = try folder.read(path)
      }
    }
    let (set, found) = TemplateSet.read(
      sources, assets: Set(assets.keys), folder: folder.name)
    templates = findings.isEmpty ? set : nil
    self.assets = assets
    self.findings = findings + found
  }
}
