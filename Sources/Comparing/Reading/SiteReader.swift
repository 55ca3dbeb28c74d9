import Budget

/// Reads the reports of a folder that sitegen wrote.
///
/// The pages are the source: they are what citizens read, every site has them whatever downloads it
/// chose, and every cell, figure and check on them has an address.
struct SiteReader {
  let folder: PublishedFolder

  /// The folders that are reports, as paths; empty for the folder itself.
  func reportPaths() throws -> [String] {
    var reports: [String] = []
    for path in folder.paths where path == "index.html" || path.hasSuffix("/index.html") {
      let report = String(path.dropLast("/index.html".count))
      guard !report.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      // Only reports have this page; the home page and others' pages need not be read.
      guard folder.paths.containsSorted(Self.path(of: "reconciliation.html", in: report)) else {
        continue
      }
      reports.append(report)
    }
    guard !reports.isEmpty else {
      throw ComparingError(
        path: folder.name,
        reason: folder.paths.contains { $0.hasSuffix("report.yml") }
          ? "这是内容文件夹。请比较生成的网站：先运行 sitegen build，再比较输出文件夹。"
          : "里面没有 sitegen 生成的报告。请给出网站的输出文件夹（如 public）、其中一份报告的文件夹，或 git 版本。")
    }
    return reports
  }

  /// The files of a report, as paths in the folder.
  func files(of report: String) -> ArraySlice<String> {
    guard !report.isEmpty else { return folder.paths.filter { !Self.isBelowFolder($0) }[...] }
    let prefix = Array((report + "/").utf8)
    let start = folder.paths.lowerBound(report + "/")
    return folder.paths[start...].prefix { $0.utf8.starts(with: prefix) }
  }

  /// The names of a report's files, as paths in the report.
  func names(of report: String) -> [String] {
    // Cut by bytes: a folder's name has fewer characters than bytes, and a file's name may begin
    // with a mark that makes one character with the slash before it.
    let length = report.isEmpty ? 0 : report.utf8.count + 1
    return files(of: report).map { String(Substring($0.utf8.dropFirst(length))) }
  }

  /// A report with all that its pages say.
  func report(_ path: String) throws -> PublishedReport {
    let index = try page(Self.path(of: "index.html", in: path))
    guard let narrative = index.first("article", "narrative"), let title = index.first("h1") else {
      throw foreign(Self.path(of: "index.html", in: path))
    }
    let sources = FigureSourceList(index)
    let reader = NarrativeReader(sources: sources)
    let about = ReportHeader(index)
    return PublishedReport(
      path: path, title: title.text, department: about.department, fiscalYear: about.fiscalYear,
      published: about.published,
      source: index.first("p", "source")?.text,
      tables: try tables(of: path, index),
      sentences: reader.sentences(narrative), facts: sources.facts,
      corrections: CorrectionReader.corrections(index), charts: ChartReader.charts(index),
      checks: CheckReader.checks(try page(Self.path(of: "reconciliation.html", in: path))))
  }

  private func tables(of report: String, _ index: Element) throws -> [PublishedTable] {
    let listed = index.all { $0.has("table-list") }.flatMap { $0.all("a") }
      .compactMap { $0["href"] }.filter { !$0.contains("/") && $0.hasSuffix(".html") }
    let names = names(of: report).filter { $0.hasSuffix(".html") && !Self.isBelowFolder($0) }
    var seen = Set(["index.html", "reconciliation.html"].exact)
    var tables: [PublishedTable] = []
    for name in listed + names where seen.insert(name.exact).inserted {
      let page = try page(Self.path(of: name, in: report))
      if let table = TablePageReader.table(page, id: String(name.dropLast(".html".count))) {
        tables.append(table)
      } else if listed.contains(where: { $0.hasSameBytes(as: name) }) {
        throw foreign(Self.path(of: name, in: report))
      }
    }
    return tables
  }

  private func page(_ path: String) throws -> Element {
    guard folder.paths.containsSorted(path) else {
      throw ComparingError(
        path: folder.name + "/" + path, reason: "缺少这个页面，输出不完整。请重新运行 sitegen build。")
    }
    let bytes = try folder.read(path)
    guard bytes.count <= PublishedFolder.largestPage else {
      throw PublishedFolder.tooLarge(folder.name + "/" + path)
    }
    do {
      return try MarkupReader.page(bytes)
    } catch {
      let reason =
        switch error {
        case .noText: "不是 UTF-8 文本。"
        case .incomplete: "页面不完整（没有 </html>），可能只写了一半。请重新运行 sitegen build。"
        case .tooDeep: "标记嵌套太深，不是 sitegen 生成的页面。"
        }
      throw ComparingError(path: folder.name + "/" + path, reason: reason)
    }
  }

  private func foreign(_ path: String) -> ComparingError {
    ComparingError(
      path: folder.name + "/" + path,
      reason: "不像 sitegen 生成的页面。自己的模板须保留 docs/templates.md 列出的类名。")
  }

  private static func isBelowFolder(_ path: String) -> Bool {
    path.utf8.contains(UInt8(ascii: "/"))
  }

  /// The path in the site of a file in a report.
  static func path(of name: String, in report: String) -> String {
    report.isEmpty ? name : report + "/" + name
  }
}

extension [String] {
  /// The place of the first path that does not come before `path` by its bytes.
  func lowerBound(_ path: String) -> Int {
    firstPlace { $0.utf8.lexicographicallyPrecedes(path.utf8) }
  }

  /// Whether a path is among these, which are sorted by bytes.
  func containsSorted(_ path: String) -> Bool {
    let place = lowerBound(path)
    return place < count && self[place].hasSameBytes(as: path)
  }
}
