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
    let files = try TemplateFiles(folder)
    assets = Dictionary(files.assets.map { ($0.path, $0.bytes) }) { first, _ in first }
    let (set, found) = TemplateSet.read(
      files.texts, assets: Set(assets.keys), folder: folder.name)
    templates = files.findings.blocksPublication ? nil : set
    findings = files.findings + found
  }
}
