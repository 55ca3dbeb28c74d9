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
  ) async throws {
    async let identity = ToolIdentity.digest()
    async let readTemplates = SiteTemplates(templates)
    let files = HashingFolder(content.content)
    index = try ContentIndex.scan(files.hashing)
    var site = index.site
    if let baseURL { site.baseURL = Site.baseURL(baseURL) ?? site.baseURL }
    let read = try await readTemplates
    renderer = read.usable.map { SiteRenderer(site: site, templates: $0) }
    assets = read.assets
    findings = index.findings + read.findings
    self.content = content

    let digests = files.digests
    formSets = digests.filter { $0.key.hasPrefix("forms/") }
    let tool = try await identity
    func digest(ofTemplates names: some Sequence<String>, _ purpose: String) -> Digest {
      var digest = DigestBuilder()
      digest.add(purpose)
      digest.add(tool)
      // Messages name files by their folders.
      for text in [content.name, templates.name, site.baseURL] + flags { digest.add(text) }
      digest.add(digests["site.yml"])
      for name in names.sorted() {
        digest.add(name)
        digest.add(read.digests[TemplateFiles.path(of: name)])
      }
      return digest.finish()
    }
    ofReports = digest(ofTemplates: read.usable?.reportTemplates ?? [], "reports")
    ofSite = digest(ofTemplates: read.names, "site")
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
  func key(ofSummaries summaries: some Sequence<(path: String, digest: Digest?)>) -> Digest {
    var digest = DigestBuilder()
    digest.add(ofSite)
    for summary in summaries {
      digest.add(summary.path)
      digest.add(summary.digest)
    }
    return digest.finish()
  }
}
