import Budget
import Foundation
import Mustache
import SearchSamples
import Searching

/// Writes a site of sample reports for measuring and testing the search:
/// `search-samples NUMBER FOLDER`, from the package's folder. For one report it is the committed
/// one. Prints what the search's steps took.
@main
struct SearchSampleSite {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[1]) else {
      print("usage: search-samples NUMBER FOLDER")
      return
    }
    let samples = try SampleReports(content: URL(filePath: "Content"))
    let folder = URL(filePath: arguments[2])
    let isWritten = arguments[2] != "-"
    func write(_ path: String, _ bytes: [UInt8]) throws {
      guard isWritten else { return }
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }

    let clock = ContinuousClock()
    var preparing = Duration.zero
    var adding = Duration.zero
    var ownBytes = 0
    let writer = SearchIndexWriter()
    for number in 0..<count {
      let report = count == 1 ? samples.original : samples.report(number)
      var search: ReportSearch?
      // The shortest of three: other work on the machine is not the search's.
      preparing +=
        (0..<3).map { _ in clock.measure { search = ReportSearch(report) } }.min() ?? .zero
      guard let search else { continue }
      adding += clock.measure { writer.add(search.entry) }
      for file in search.files {
        ownBytes += file.bytes.count
        try write(report.path + "/" + file.path, file.bytes)
      }
    }
    var indexBytes = 0
    var indexFiles = 0
    var largest = 0
    let memory = Self.peakMemory()
    let finishing = try clock.measure {
      try writer.finish { file in
        indexBytes += file.bytes.count
        indexFiles += 1
        largest = max(largest, file.bytes.count)
        try write(file.path, file.bytes)
      }
    }
    for (path, bytes) in try pages() { try write(path, bytes) }
    print(
      """
      reports \(count): own files \(ownBytes) B; index \(indexBytes) B in \(indexFiles) files, \
      largest \(largest) B
      prepare \(preparing / count), add \(adding / count) a report; finish \(finishing)
      peak memory before finish \(memory), after \(Self.peakMemory())
      """)
  }

  /// The search page and its assets, as the site would have them.
  private static func pages() throws -> [(String, [UInt8])] {
    var templates: [String: MustacheTemplate] = [:]
    for name in ["layout", "search", "search-form"] {
      let text = try String(contentsOfFile: "Templates/\(name).mustache", encoding: .utf8)
      templates[name] = try MustacheTemplate(string: text)
    }
    let values: [String: Any] = [
      "title": "搜索", "root": "", "siteName": "预算信息公开", "metaTags": [String](), "way": false,
      "footer": false,
    ]
    templates["home"] = try MustacheTemplate(
      string: "{{<layout}}{{$main}}{{>search-form}}{{/main}}{{/layout}}")
    let library = MustacheLibrary(templates: templates)
    var files: [(String, [UInt8])] = []
    for (path, template) in [("search.html", "search"), ("home.html", "home")] {
      let page = library.render(values, withTemplate: template) ?? ""
      // The header's form needs this of every page.
      files.append(
        (path, Array(page.replacing("form-action 'none'", with: "form-action 'self'").utf8)))
    }
    for asset in ["site.css", "search.css", "search.js", "icon.svg"] {
      files.append(
        ("assets/" + asset, Array(try Data(contentsOf: URL(filePath: "Templates/assets/" + asset))))
      )
    }
    return files
  }

  private static func peakMemory() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "?"
  }
}
