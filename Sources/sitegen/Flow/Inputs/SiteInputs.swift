import Budget
import Loading
import Publishing
import Rendering
import Synchronization

/// Everything that a build reads besides the reports, and what stands for it in their keys.
struct SiteInputs: Sendable {
  let content: DiskFolder
  let index: ContentIndex
  /// What renders the pages; `nil` if the templates have errors.
  let renderer: SiteRenderer?
  let assets: [OutputFile]
  /// What is wrong with all this.
  let findings: [Finding]

  private let formSets: [String: Digest]
  private let ofReports: Digest
  private let ofSite: Digest

  /// Reads the content folder but for the reports, and the templates.
  ///
  /// - Parameter flags: Settings of the build that show in its findings or pages.
  init(
    content: DiskFolder, templates: DiskFolder, baseURL: String?, flags: [String]
  ) throws {
    let files = HashingFolder(content)
    index = try ContentIndex.scan(files.content)
    var site = index.site
    if let baseURL { site.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let read = try Self.read(templates)
    let (set, found) = TemplateSet.read(
      read.sources.mapValues(\.text), assets: Set(read.assets.map(\.path)), folder: templates.name)
    let usable = read.findings.isEmpty ? set : nil
    renderer = usable.map { SiteRenderer(site: site, templates: $0) }
    assets = read.assets
    findings = index.findings + read.findings + found
    self.content = content

    let digests = files.digests
    formSets = digests.filter { $0.key.hasPrefix("forms/") }
    let tool = try ToolIdentity.digest()
    func digest(_ templates: [String: Digest], _ purpose: String) -> Digest {
      var digest = DigestBuilder()
      digest.add(purpose)
      digest.add(tool)
      // Messages name files by their folders.
      for text in [content.name, read.folder, site.baseURL] + flags { digest.add(text) }
      digest.add(digests["site.yml"])
      for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
        digest.add(name)
        digest.add(template)
      }
      return digest.finish()
    }
    let sources = read.sources.mapValues(\.digest)
    let ofReports = usable?.reportTemplates ?? []
    self.ofReports = digest(sources.filter { ofReports.contains($0.key) }, "reports")
    ofSite = digest(sources, "site")
  }

  /// The key of a report: as long as it stays the same, so do its pages and findings.
  ///
  /// A report whose pages came to depend on others' would have their digests here too.
  func key(of report: Digest, formSet: String) -> Digest {
    var digest = DigestBuilder()
    digest.add(ofReports)
    digest.add(report)
    digest.add(formSet)
    digest.add(formSets["forms/" + formSet + ".yml"])
    return digest.finish()
  }

  /// The key of the pages that belong to the whole site, by the summaries that they are made from.
  func key(ofSummaries summaries: [SitePagesStep.Summary]) -> Digest {
    var digest = DigestBuilder()
    digest.add(ofSite)
    for summary in summaries {
      digest.add(summary.path)
      digest.add(summary.digest)
    }
    return digest.finish()
  }

  private struct Templates {
    var folder = ""
    var sources: [String: (text: String, digest: Digest)] = [:]
    var assets: [OutputFile] = []
    var findings: [Finding] = []
  }

  private static func read(_ folder: DiskFolder) throws -> Templates {
    var read = Templates(folder: folder.name)
    for path in try folder.paths() where !path.hasPrefix(".") {
      if path.hasSuffix(".mustache") {
        let bytes = try folder.bytes(of: path)
        let source = SourceText.decoding(
          bytes, file: folder.name + "/" + path, into: &read.findings)
        let name = String(path.dropLast(".mustache".count))
        read.sources[name] = (source?.string ?? "", Digest(of: bytes))
      } else if path.hasPrefix("assets/") {
        read.assets.append(OutputFile(path: path, bytes: try folder.bytes(of: path)))
      }
    }
    return read
  }
}

/// A content folder that remembers the digest of each file that is read from it.
private final class HashingFolder: Sendable {
  private let folder: DiskFolder
  private let known = Mutex<[String: Digest]>([:])

  init(_ folder: DiskFolder) {
    self.folder = folder
  }

  var digests: [String: Digest] { known.withLock { $0 } }

  var content: ContentFolder {
    ContentFolder(
      name: folder.name, paths: { try self.folder.paths() },
      read: { path in
        let bytes = try self.folder.contentBytes(of: path)
        self.known.withLock { $0[path] = Digest(of: bytes) }
        return bytes
      })
  }
}
