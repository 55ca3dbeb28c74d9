import Budget
import Loading
import Publishing
import Rendering

/// The templates folder as a build uses it.
struct SiteTemplates: Sendable {
  /// The templates; `nil` if they have errors.
  let usable: TemplateSet?
  /// The names of all templates.
  let names: [String]
  /// Style sheets, scripts and the like.
  let assets: [OutputFile]
  /// What is wrong with them.
  let findings: [Finding]
  /// The digests of the files by their paths in the folder.
  let digests: [String: Digest]

  /// Reads the folder.
  init(_ folder: DiskFolder) throws {
    let files = HashingFolder(folder.wholeFiles)
    let read = try TemplateFiles(files.hashing)
    let (set, found) = TemplateSet.read(
      read.texts, assets: Set(read.assets.map(\.path)), folder: folder.name)
    usable = read.findings.blocksPublication ? nil : set
    names = Array(read.texts.keys)
    assets = read.assets.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    findings = read.findings + found
    digests = files.digests
  }
}
