import Budget

/// Finds the reports among the paths of a content folder.
struct ReportDiscovery {
  /// The file that makes a folder a report.
  static let description = "report.yml"
  /// Folders at the top that are not for reports: the site's own, there or in the output.
  private static let reserved: Set<String> = [
    "assets", "forms", "search", "sitemap.xml", "robots.txt", "feed.xml", "con", "prn", "aux",
    "nul",
  ]

  /// The reports in the order of their paths.
  private(set) var reports: [ReportSource] = []
  /// What is wrong with where they lie.
  private(set) var findings: [Finding] = []
  private let root: String

  /// The reports among `paths`, which are relative to the folder `root`.
  init(_ paths: [String], root: String) {
    self.root = root
    let folders = Set(
      paths.lazy.filter { Self.name(of: $0) == Self.description[...] }.map(Self.folder))
    var files: [String: [String]] = [:]
    var strays: [String: String] = [:]
    for path in paths {
      if let folder = Self.report(of: path, among: folders) {
        let names = path.utf8.dropFirst(folder.utf8.count + 1)
        files[folder, default: []].append(String(Substring(names)))
      } else if let folder = Self.intended(path) {
        strays[folder] = strays[folder] ?? path
      }
    }
    var seen: [String: String] = [:]
    var lists: Set<[String]> = []
    for folder in folders.sorted() where accept(folder, among: folders) {
      let folded = folder.lowercased()
      if let other = seen[folded] {
        report(
          .reportPathCollision, folder,
          "文件夹“\(folder)”与“\(other)”只有大小写不同，在许多电脑和网站上是同一个文件夹；请改名。")
        continue
      }
      seen[folded] = folder
      let names = lists.insert(files[folder] ?? []).memberAfterInsert
      reports.append(ReportSource(path: folder, names: names))
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

  /// The report's folder that a file belongs to: the innermost one above it.
  private static func report(of path: String, among folders: Set<String>) -> String? {
    var folder = folder(of: path)
    while !folder.isEmpty {
      if folders.contains(folder) { return folder }
      folder = Self.folder(of: folder)
    }
    return nil
  }

  /// The folder that someone meant to be a report's, going by a file in it.
  private static func intended(_ path: String) -> String? {
    let name = name(of: path)
    let folder = folder(of: path)
    let names = ["narrative.md", "facts.yml", "report.yaml", Self.description]
    if name != Self.description[...], names.contains(name.lowercased()) {
      return folder.isEmpty ? "." : folder
    }
    let isTable = Self.name(of: folder) == "tables" && name.lowercased().hasSuffix(".csv")
    return isTable ? Self.folder(of: folder) : nil
  }

  private mutating func accept(_ folder: String, among folders: Set<String>) -> Bool {
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
      guard folders.contains(outer) else { continue }
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
      case "-", "_", ".": true
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

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }
}
