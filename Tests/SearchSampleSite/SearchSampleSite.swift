import Budget
import Foundation
import SearchSamples
import Searching

/// Writes what the search needs of a site of sample reports, for measuring and testing it:
/// `search-samples NUMBER FOLDER`, from the package's folder. Prints what the search's steps took;
/// with `-` for the folder it only measures, and more carefully.
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
    var indexing = Duration.zero
    var ownBytes = 0
    var contributed = 0
    var indexBytes = 0
    var indexFiles = 0
    var largest = 0
    func emit(_ file: SearchFile) throws {
      indexBytes += file.bytes.count
      indexFiles += 1
      largest = max(largest, file.bytes.count)
      try write(file.path, file.bytes)
    }
    var writer = SearchIndexWriter()
    // Where only time counts, the shortest of three: other work on the machine is not the search's.
    let rounds = isWritten ? 1 : 3
    for number in 0..<count {
      let report = samples.report(number)
      var search: ReportSearch?
      preparing +=
        (0..<rounds).map { _ in clock.measure { search = ReportSearch(report) } }.min() ?? .zero
      guard let search else { continue }
      indexing += try clock.measure { try writer.add(search.contribution, emit) }
      contributed += search.contribution.bytes.count
      for file in search.files {
        ownBytes += file.bytes.count
        try write(report.path + "/" + file.path, file.bytes)
      }
    }
    indexing += try clock.measure { try writer.finish(emit) }
    for (path, bytes) in try pages() { try write(path, bytes) }
    print(
      """
      reports \(count): own files \(ownBytes) B; contributions \(contributed) B; \
      index \(indexBytes) B in \(indexFiles) files, largest \(largest) B
      prepare \(preparing / count), index \(indexing / count) a report; \
      peak memory \(Self.peakMemory())
      """)
  }

  /// The search page, the home page and the assets, as they are in the committed site.
  private static func pages() throws -> [(String, [UInt8])] {
    let site = URL(filePath: "public")
    let assets = try FileManager.default.contentsOfDirectory(
      atPath: site.appending(path: "assets").path())
    return try (["search.html", "index.html"] + assets.map { "assets/" + $0 }).map {
      ($0, Array(try Data(contentsOf: site.appending(path: $0))))
    }
  }

  private static func peakMemory() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "?"
  }
}
