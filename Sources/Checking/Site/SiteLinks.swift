import Budget

extension Checker {
  /// Warns of a report's links to pages that no report of the site has.
  ///
  /// Pages right in the site's root, and files that are no pages, may be anybody's: of those nothing
  /// is said. Nor is it an error, for another program may have put the page beside the reports.
  public static func deadLinks(of report: ReportOutline, among pages: SitePageNames) -> [Finding] {
    report.links.compactMap { link in
      pages.fault(of: link.page).map {
        Finding(.deadLink, at: link.position, severity: .warning, $0)
      }
    }.readable()
  }
}

/// The pages of a site, as links from one report to another find them.
public struct SitePageNames {
  /// The names of each report's pages, by its path; `nil` where they are not known.
  private var reports: [ExactText: [String]?] = [:]
  /// The departments' folders, each with a page of its own.
  private var departments: Set<ExactText> = []
  /// The length of the longest path of a report, in bytes.
  private var longest = 0

  /// The pages of a site of no reports yet.
  public init() {}

  /// Adds the pages of the report at a path; `nil` if they are not known, as when it cannot be read.
  public mutating func add(_ names: [String]?, of path: String) {
    reports.updateValue(names, forKey: ExactText(path))
    departments.insert(ExactText(Self.folder(of: path)))
    longest = max(longest, path.utf8.count)
  }

  /// What is wrong with a link to a page, in words for the clerk; `nil` if it leads somewhere.
  func fault(of page: String) -> String? {
    let folder = Self.folder(of: page)
    guard !folder.isEmpty else { return nil }
    // No further than a report's path goes: a link may be as long as a narrative.
    let near = page.utf8.prefix(longest + 1)
    for slash in near.indices where near[slash] == UInt8(ascii: "/") {
      let path = String(page[..<slash])
      guard let report = reports[ExactText(path)] else { continue }
      guard let names = report else { return nil }
      let name = String(page[page.utf8.index(after: slash)...])
      if names.contains(where: { $0.hasSameBytes(as: name) }) { return nil }
      return "报告“\(path)”没有“\(name.excerptOfPath)”这一页，链接会打不开。表格的网页以表样里的 id 命名，如 "
        + "\(names.dropFirst().first ?? "revenue.html")；请核对。"
    }
    if page.hasSuffix("/index.html"), departments.contains(ExactText(folder)) { return nil }
    return "链接指到本站的“\(page.excerptOfPath)”，可是没有“\(folder.excerptOfPath)”这份报告，链接会打不开。"
      + "请核对报告文件夹的名称；不是由本工具生成的网页，请写完整网址。"
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }
}
