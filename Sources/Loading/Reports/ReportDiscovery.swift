import Budget

/// Finds the reports among the paths of a content folder.
struct ReportDiscovery {
  /// The file that makes a folder a report.
  static let description = "report.yml"
  /// Folders at the top that are not for reports: the site's own, there or in the output.
  private static let reserved: Set<String> = [
    "assets", "forms", "search", "sitemap.xml", "robots.txt", "feed.xml",
  ]

  /// The reports in the order of their paths.
  private(set) var reports: [ReportSource] = []
  /// What is wrong with where they lie.
  private(set) var findings: [Finding] = []
  private let root: String

  /// The reports among `folders`, which lie in the folder `root`.
  init(_ listings: [FolderListing], root: String) {
    self.root = root
    let listings = listings.sorted { Self.isBefore($0.path, $1.path) }
    let paths = listings.filter { $0.names.contains(Self.description) }.map(\.path)
    // By bytes: two names that Unicode calls equivalent are two folders.
    let folders = Set(paths.map(ExactText.init))
    var parts: [ExactText: [FolderListing]] = [:]
    var strays: [String: String] = [:]
    for listing in listings {
      if let folder = Self.report(of: listing.path, among: folders) {
        let below = String(Substring(listing.path.utf8.dropFirst(folder.utf8.count + 1)))
        let part = FolderListing(path: below, names: listing.names)
        parts[ExactText(folder), default: []].append(part)
      } else if !Self.isOfForms(listing.path) {
        for name in listing.names.sorted() {
          guard let folder = Self.intended(name, in: listing.path) else { continue }
          let path = listing.path.isEmpty ? name : listing.path + "/" + name
          strays[folder] = min(strays[folder] ?? path, path)
        }
      }
    }
    var seen: [String: String] = [:]
    var lists: [[FolderListing]: [String]] = [:]
    var last: (files: [FolderListing], names: [String]) = ([], [])
    for folder in paths where accept(folder, among: folders) {
      if let (own, other) = Self.lookAlikes(folder, among: &seen) {
        report(
          .reportPathCollision, folder,
          "文件夹“\(own)”与“\(other)”只有大小写或编码写法不同，在许多电脑和网站上是同一个文件夹；请改名。")
        continue
      }
      let files = parts[ExactText(folder)] ?? []
      // Most reports have the files of the one before.
      if files != last.files {
        last = (files, lists[files] ?? files.flatMap(\.paths).sorted(by: Self.isBefore))
        lists[files] = last.names
      }
      reports.append(ReportSource(path: folder, names: last.names))
    }
    for (folder, path) in strays.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          .reportDescriptionMissing, at: SourcePosition(file: root + "/" + path),
          "文件夹“\(folder)”里有报告的文件，却没有 \(Self.description)，不会公开；请补上，或移走这些文件。"))
    }
    if folders.isEmpty {
      findings.append(
        Finding(
          .noReport, at: SourcePosition(file: root),
          "内容文件夹里没有报告：请建立如 2021/\(Self.description) 的文件，写明标题、部门和年度。"))
    }
  }

  /// The report that a folder belongs to: itself, or the innermost one above it.
  private static func report(of folder: String, among folders: Set<ExactText>) -> String? {
    var folder = folder
    while !folder.isEmpty {
      if folders.contains(ExactText(folder)) { return folder }
      folder = String(folder.parentFolder)
    }
    return nil
  }

  /// The folder, or one above it, and a path among those `seen` that differs from that one in case
  /// alone or in nothing that Unicode tells apart.
  private static func lookAlikes(
    _ folder: String, among seen: inout [String: String]
  ) -> (own: String, other: String)? {
    var path = folder
    while !path.isEmpty {
      let folded = path.lowercased()
      if let other = seen[folded] {
        if !other.hasSameBytes(as: path) { return (path, other) }
      } else {
        seen[folded] = path
      }
      path = String(path.parentFolder)
    }
    return nil
  }

  /// Whether a folder is that of the form sets, or lies in it.
  private static func isOfForms(_ folder: String) -> Bool {
    folder == "forms" || folder.hasPrefix("forms/")
  }

  /// The folder that someone meant to be a report's, going by a file in it or below.
  private static func intended(_ name: String, in folder: String) -> String? {
    let names = ["narrative.md", "facts.yml", "report.yaml", description]
    if name != description, names.contains(name.lowercased()) {
      return folder.isEmpty ? "." : folder
    }
    let isTable = Self.name(of: folder) == "tables" && name.lowercased().hasSuffix(".csv")
    return isTable ? String(folder.parentFolder) : nil
  }

  /// By bytes, so that no locale has a say.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private mutating func accept(_ folder: String, among folders: Set<ExactText>) -> Bool {
    if folder.isEmpty {
      report(
        .reportPathUnsafe, folder, "\(Self.description) 要放在子文件夹里，例如 2021/\(Self.description)。")
      return false
    }
    let components = folder.split(separator: "/", omittingEmptySubsequences: false)
    if let first = components.first, Self.reserved.contains(first.lowercased()) {
      report(.reportPathUnsafe, folder, "文件夹名“\(first)”留给网站自身使用，报告请换一个文件夹。")
      return false
    }
    if let device = components.first(where: DeviceNames.contains) {
      report(
        .reportPathUnsafe, folder, "Windows 不许文件夹叫“\(device)”，内容放到那样的电脑上就打不开；请换一个名称。")
      return false
    }
    if let page = components.first(where: { $0.lowercased().hasSuffix(".html") }) {
      report(.reportPathUnsafe, folder, "文件夹名“\(page)”像一个网页的名称，请换一个名称。")
      return false
    }
    if let bad = components.first(where: { !Self.isSafe($0) }) {
      report(
        .reportPathUnsafe, folder,
        "文件夹名“\(bad)”不能用作网址：只用汉字、字母、数字、“-”、“_”和“.”，不以“.”开头或结尾，不超过 80 个字。")
      return false
    }
    for end in components.indices.dropFirst() {
      let outer = components[..<end].joined(separator: "/")
      guard folders.contains(ExactText(outer)) else { continue }
      report(.reportNested, folder, "这份报告在另一份报告“\(outer)”的文件夹里，请移到外面。")
      return false
    }
    return true
  }

  private static func isSafe(_ component: Substring) -> Bool {
    let scalars = component.unicodeScalars
    guard !scalars.isEmpty, scalars.count <= 80, scalars.first != ".", scalars.last != "." else {
      return false
    }
    return scalars.allSatisfy {
      switch $0 {
      case "-", "_", ".", "0"..."9", "A"..."Z", "a"..."z": true
      default:
        switch $0.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber: true
        default: false
        }
      }
    }
  }

  private mutating func report(_ rule: Rule, _ folder: String, _ message: String) {
    let file = folder.isEmpty ? Self.description : folder + "/" + Self.description
    findings.append(Finding(rule, at: SourcePosition(file: root + "/" + file), message))
  }

  private static func name(of path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] }
      ?? path[...]
  }
}
