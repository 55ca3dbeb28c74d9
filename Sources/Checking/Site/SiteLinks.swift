import Budget

extension Checker {
  /// Warns of a report's links to pages that no report of the site has.
  ///
  /// Pages right in the site's root, and files that are no pages, may be anybody's: of those nothing
  /// is said. Nor is it an error, for another program may have put the page beside the reports.
  public static func deadLinks(of report: ReportOutline, among pages: SitePageNames) -> [Finding] {
    report.links.compactMap { link in
      pages.fault(of: link.place).map {
        Finding(.deadLink, at: link.position, severity: .warning, $0)
      }
    }.readable()
  }
}

/// The pages of a site, as links from one report to another find them.
public struct SitePageNames {
  /// The site's own folders, which hold no pages to link to.
  private static let reserved = ["assets", "search"]

  /// The names of each report's pages, by its path; `nil` where they are not known.
  private var reports: [ExactText: [String]?] = [:]
  /// The departments' folders, each with a page of its own, and one of the reports in them.
  private var departments: [ExactText: String] = [:]
  /// The reports' paths by how they read to whoever does not see capitals or composed letters.
  private var folded: [String: String] = [:]
  /// The length of the longest path of a report, in bytes.
  private var longest = 0

  /// The pages of a site of no reports yet.
  public init() {}

  /// Adds the pages of the report at a path; `nil` if they are not known, as when it cannot be read.
  public mutating func add(_ names: [String]?, of path: String) {
    reports.updateValue(names, forKey: ExactText(path))
    departments[ExactText(String(path.parentFolder))] = path
    folded[path.lowercased()] = path
    longest = max(longest, path.utf8.count)
  }

  /// What is wrong with a link to a page or a folder, in words for the clerk; `nil` if it leads
  /// somewhere.
  func fault(of place: String) -> String? {
    // No further than a report's path goes: a link may be as long as a narrative.
    let near = place.utf8.prefix(longest + 1)
    for slash in near.indices where near[slash] == UInt8(ascii: "/") {
      let path = String(place[..<slash])
      guard let report = reports[ExactText(path)] else { continue }
      return report.flatMap {
        Self.fault(of: String(place[place.utf8.index(after: slash)...]), in: path, $0)
      }
    }
    let folder = String(place.parentFolder)
    guard !folder.isEmpty, !Self.reserved.contains(where: { place.hasPrefix($0 + "/") }) else {
      return nil
    }
    if let report = departments[ExactText(folder)] {
      let name = place.utf8.dropFirst(folder.utf8.count + 1)
      if name.isEmpty || name.elementsEqual("index.html".utf8) { return nil }
      return "链接指到本站的“\(place.longExcerpt)”，可是“\(folder)”是部门的文件夹，报告在它里面，如“\(report)”。"
        + "请补上报告的文件夹。"
    }
    let hint =
      folded[folder.lowercased()].map { "“\($0)”与它只有大小写或编码写法不同，请照抄文件夹的名称。" }
      ?? "请核对报告文件夹的名称；不是由本工具生成的网页，请写完整网址。"
    return "链接指到本站的“\(place.longExcerpt)”，可是没有“\(folder.longExcerpt)”这份报告，链接会打不开。"
      + hint
  }

  private static func fault(of name: String, in path: String, _ names: [String]) -> String? {
    let isThere = name.isEmpty || names.contains { $0.hasSameBytes(as: name) }
    if isThere { return nil }
    let meant = names.first { ($0.dropLast(".html".count) + "/").utf8.elementsEqual(name.utf8) }
    let advice =
      meant.map { "请写“\($0)”。" }
      ?? "表格的网页以表样里的 id 命名，如 \(names.dropFirst().first ?? "revenue.html")；请核对。"
    return "报告“\(path)”没有“\(name.longExcerpt)”这一页，链接会打不开。" + advice
  }
}
